using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Documents;

public sealed class DocumentTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void A_paper_is_kept_with_what_it_is_its_hash_and_who_put_it_in()
    {
        var active = Brought.ToActive().On("2026-03-10").When(Keep(title: " Doctor's note "), People.Worker);

        active.Then(new DocumentEvent.DocumentKept(
            "p-1", DocumentKind.Letter, "Doctor's note", DocumentFormat.Pdf, 2_048, Hash, new DocumentSource("worker-1", "Kit Worker", Role.KeyWorker), active.Now));
        var kept = Assert.Single(active.State.Documents);
        Assert.Equal(("p-1", Hash, false), (kept.Id, kept.Sha256, kept.Removed));
    }

    [Fact]
    public void It_may_say_which_meeting_it_is_about()
    {
        var active = Brought.ToActive(Brought.Supervision()).Meeting("supervision", "m-1", "2026-03-12 14:00", Domain.Appointments.Attendance.EvidenceAwaited);

        active.When(Keep() with { Kind = DocumentKind.ExcuseEvidence, ConditionId = "supervision", Item = "m-1" }, People.Worker);

        Assert.Equal(("supervision", "m-1"), (active.State.Documents[0].ConditionId, active.State.Documents[0].Item));
        active.When(Keep("p-2", 'b') with { ConditionId = "supervision", Item = "m-9" }, People.Worker).Refused(RefusalCode.AppointmentUnknown);
        active.When(Keep("p-2", 'b') with { ConditionId = "reparation" }, People.Worker).Refused(RefusalCode.ConditionUnknown);
        active.When(Keep("p-2", 'b') with { Item = "m-1" }, People.Worker).Refused(RefusalCode.ConditionMissing);
    }

    [Fact]
    public void The_same_file_is_kept_once_and_may_come_back_after_it_was_removed()
    {
        var active = Brought.ToActive().Given(Keep());

        active.When(Keep()).ThenNothing();
        active.When(Keep("p-2")).Refused(RefusalCode.DocumentRepeated);
        active.When(Keep(hash: 'b')).Refused(RefusalCode.DocumentExists);

        active.Given(new DocumentCommand.RemoveDocument("p-1"));
        active.When(Keep()).Refused(RefusalCode.DocumentExists);
        active.When(Keep("p-2")).Then<DocumentEvent.DocumentKept>();
    }

    [Fact]
    public void Empty_too_large_and_nameless_files_are_refused()
    {
        var active = Brought.ToActive();

        active.When(Keep() with { Size = 0 }).Refused(RefusalCode.DocumentEmpty);
        active.When(Keep() with { Size = Document.LargestSize + 1 }).Refused(RefusalCode.DocumentTooLarge);
        active.When(Keep() with { Kind = (DocumentKind)99 }).Refused(RefusalCode.ValueOutOfRange);
        active.When(Keep() with { Format = (DocumentFormat)99 }).Refused(RefusalCode.ValueOutOfRange);
        active.When(Keep() with { Sha256 = "abc" }).Refused(RefusalCode.ValueOutOfRange);
        active.When(Keep() with { Sha256 = new string('A', 64) }).Refused(RefusalCode.ValueOutOfRange);
        active.When(Keep(title: new string('x', 201))).Refused(RefusalCode.TextTooLong);
        active.When(Keep() with { Size = Document.LargestSize }).Then<DocumentEvent.DocumentKept>();
    }

    [Fact]
    public void A_case_has_so_many_papers_and_no_more()
    {
        var active = Brought.ToActive().Given([.. Enumerable.Range(0, Document.Most).Select(number => Keep($"p-{number}") with { Sha256 = number.ToString("x64", null) })]);

        active.When(Keep("more", 'f')).Refused(RefusalCode.DocumentsTooMany);
        active.Given(new DocumentCommand.RemoveDocument("p-3"));
        active.When(Keep("more", 'f')).Then<DocumentEvent.DocumentKept>();
    }

    [Fact]
    public void A_lead_removes_one_with_a_reason_and_its_hash_stays()
    {
        var active = Brought.ToActive().Given(Keep(title: "Not his"));

        active.When(new DocumentCommand.RemoveDocument("p-1"), People.Worker).Refused(RefusalCode.RoleNotPermitted);
        active.When(new DocumentCommand.RemoveDocument("p-1") { Reason = " " }, People.Lead).Refused(RefusalCode.ReasonMissing);
        active.When(new DocumentCommand.RemoveDocument("p-9"), People.Lead).Refused(RefusalCode.DocumentUnknown);

        active.When(new DocumentCommand.RemoveDocument("p-1"), People.Lead).Then(new DocumentEvent.DocumentRemoved("p-1", DocumentKind.Letter, Hash, active.Now));
        Assert.Equal((true, null), (active.State.Documents[0].Removed, active.State.Documents[0].Title));
        active.When(new DocumentCommand.RemoveDocument("p-1"), People.Lead).ThenNothing();
    }

    [Fact]
    public void A_partner_puts_in_only_what_is_about_a_condition()
    {
        var active = Brought.ToActive(Brought.Pathway());

        active.When(Keep(), People.Provider).Refused(RefusalCode.ConditionMissing);
        active.When(Keep() with { ConditionId = "pathway" }, People.Provider);
        Assert.Equal("Harbour", active.Then<DocumentEvent.DocumentKept>().From.Organisation);
        active.When(Keep("p-2", 'b'), People.Facilitator).Refused(RefusalCode.ConditionMissing);
        active.When(Keep("p-2", 'b'), People.Analyst).Refused(RefusalCode.RoleNotPermitted);
    }

    [Fact]
    public void Papers_come_before_the_offer_and_after_every_ending()
    {
        Brought.ToReferred().When(Keep(), People.Officer).Then<DocumentEvent.DocumentKept>();
        foreach (var ending in Brought.EachEnding())
        {
            var ended = ending();
            var status = ended.Status;
            ended.When(Keep(), People.Lead).Then<DocumentEvent.DocumentKept>();
            Assert.Equal(status, ended.Status);
            ended.When(new DocumentCommand.RemoveDocument("p-1"), People.Lead).Then<DocumentEvent.DocumentRemoved>();
        }
    }

    [Fact]
    public void Evidence_after_the_end_goes_to_a_lead()
    {
        var ended = Brought.ToBreached();
        var alerts = ended.State.Alerts.Length;

        ended.When(Keep() with { Kind = DocumentKind.ExcuseEvidence }, People.Worker);
        Assert.True(ended.Then<DocumentEvent.DocumentKept>().TellLead);
        Assert.Equal((AlertKind.LateNews, "p-1"), (ended.State.Alerts[^1].Kind, ended.State.Alerts[^1].Subject));

        ended.When(Keep("p-2", 'b'), People.Worker);
        Assert.False(ended.Then<DocumentEvent.DocumentKept>().TellLead);
        ended.When(Keep("p-3", 'c') with { Kind = DocumentKind.ExcuseEvidence }, People.Lead);
        Assert.Equal(alerts + 1, ended.State.Alerts.Length);
        ended.Is(AgreementStatus.Breached);
    }

    [Fact]
    public void Papers_owe_nobody_anything()
    {
        var active = Brought.ToActive();
        var before = (active.State.Obligations, Agreement.NextDue(active.State));
        active.When(Keep());
        Assert.Equal(before, (active.State.Obligations, Agreement.NextDue(active.State)));
        active.When(new TermCommand.AddNote("Seen.")).Then<TermEvent.NoteAdded>();
    }

    private static DocumentCommand.KeepDocument Keep(string id = "p-1", char hash = 'a', string? title = null) =>
        new(id, DocumentKind.Letter, DocumentFormat.Pdf, 2_048, new string(hash, 64), title);
}
