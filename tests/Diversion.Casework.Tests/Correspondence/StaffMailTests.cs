using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>What else staff are told.</summary>
public sealed class StaffMailTests
{
    private static readonly LocalDate Monday = CaseFile.Monday;

    [Fact]
    public void An_officer_without_an_address_leaves_nobody_uninformed()
    {
        var file = new CaseFile { ReferringOfficer = CaseFile.Officer with { Email = null } }.Referred();
        Assert.Equal([CaseFile.Lead.Email, CaseFile.OtherLead.Email], file.Mails.Select(mail => mail.ToAddress));

        file.Eligible().Offered().Signed();
        Assert.Equal("victim-to-be-told", file.MailTo(CaseFile.Worker, "victim-to-be-told").Template);
    }

    [Fact]
    public void An_arrest_is_reported_to_the_leads_and_the_key_worker_at_once_and_to_no_other_system()
    {
        var file = CaseFile.Running().Do(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, Monday), Role.Feed);

        Assert.Equal([CaseFile.Lead.Email, CaseFile.OtherLead.Email, CaseFile.Worker.Email], file.Mails.Select(mail => mail.ToAddress));
        Assert.Empty(file.Notices);
    }

    [Theory]
    [InlineData(CustodyNoticeKind.NoFurtherAction)]
    [InlineData(CustodyNoticeKind.ReleasedOnBail)]
    [InlineData(CustodyNoticeKind.Other)]
    [InlineData(CustodyNoticeKind.Charge)]
    public void Whatever_a_notice_says_somebody_is_told(CustodyNoticeKind kind) =>
        Assert.Contains(
            CaseFile.Running().Do(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", kind, Monday), Role.Feed).Mails,
            mail => mail.Template == "custody-notice" && mail.ToAddress == CaseFile.Worker.Email);

    [Fact]
    public void A_notice_without_an_agreement_goes_to_the_officer() =>
        Assert.Equal(
            "custody-notice-officer",
            new CaseFile().Referred().Do(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, Monday), Role.Feed).MailTo(CaseFile.Officer, "custody-notice-officer").Template);

    [Fact]
    public void A_kept_condition_that_a_correction_reopens_is_reported_to_the_leads()
    {
        var mails = LifeOfACase.Reopened().AllSent.OfType<Diversion.Casework.Streams.OutgoingMessage.Mail>().Where(mail => mail.Template == "condition-reopened");

        Assert.Equal([CaseFile.Lead.Email, CaseFile.OtherLead.Email], mails.Select(mail => mail.ToAddress));
    }

    [Fact]
    public void A_completed_case_asks_the_officer_for_outcome_22()
    {
        var file = CaseFile.Running(new ConditionTerms.NoReoffending()).Until(CaseFile.At(new(2026, 7, 3), 1));

        Assert.Equal("22", file.MailTo(CaseFile.Officer, "completed").Facts["outcomeCode"]);
    }

    [Fact]
    public void A_discontinued_case_is_the_officers_and_its_tag_comes_off()
    {
        var file = CaseFile.Running()
            .Do(new TagMonitoringCommand.RecordTagConsent("tag-monitoring"), Role.KeyWorker)
            .Do(new TagMonitoringCommand.RecordTagFitted("tag-monitoring", "device-9", Monday), Role.KeyWorker)
            .Do(new TermCommand.Discontinue(DiscontinuationCause.Died), Role.ProgrammeLead);

        Assert.NotNull(file.MailTo(CaseFile.Officer, "discontinued"));
        Assert.Equal("5pm on Wednesday 4 March 2026", file.MailTo(CaseFile.Worker, "tag-removal-due").Facts["due"]);
        Assert.DoesNotContain(file.Mails, mail => mail.ToAddress == CaseFile.Jordan.Email);

        file.After(new TagMonitoringCommand.ReceiveTagEvent("tag-monitoring", "t-1", TagEventKind.NoSignal, file.Now));
        Assert.Equal(["tag-event-refused", "tag-event-refused"], file.Mails.Select(mail => mail.Template));
    }

    [Fact]
    public void The_new_key_worker_is_told_and_the_old_one_is_not()
    {
        var file = CaseFile.Running().Do(new TermCommand.ChangeKeyWorker(CaseFile.OtherWorker), Role.ProgrammeLead);

        Assert.Equal("key-worker-named", file.MailTo(CaseFile.OtherWorker).Template);
        Assert.DoesNotContain(file.Mails, mail => mail.ToAddress == CaseFile.Worker.Email);
    }

    [Fact]
    public void The_obligation_to_the_victim_goes_to_the_officer_and_to_a_facilitator_who_may_know_them()
    {
        var file = CaseFile.Running();
        Assert.Equal("5pm on Monday 9 March 2026", file.MailTo(CaseFile.Officer, "victim-to-be-told").Facts["due"]);
        Assert.Equal("victim-to-be-told-facilitator", file.MailTo(CaseFile.Facilitator).Template);

        var without = CaseFile.Running(new ConditionTerms.NoReoffending());
        Assert.DoesNotContain(without.Mails, mail => mail.ToAddress == CaseFile.Facilitator.Email);
    }

    /// <summary>A mail for each, by number: a name would tell one of the other. A facilitator hears of their own victim alone.</summary>
    [Fact]
    public void Each_of_several_victims_has_a_mail_and_the_facilitator_only_that_of_theirs()
    {
        var file = new CaseFile().Referred().Eligible()
            .Do(new VictimCommand.RecordVictim(true, Name: "Corner Shop") { Kind = VictimKind.Business, ContactPerson = "Sue Keeper" }, Role.PoliceOfficer)
            .Do(new VictimCommand.RecordVictimViews(null) { Victim = 2 }, Role.PoliceOfficer)
            .Offered(new ConditionTerms.NoReoffending(), new ConditionTerms.RestorativeJustice(CaseFile.Facilitator, 1)).Signed();

        Assert.Equal(
            [("victim 1", "the decision"), ("victim 2", "the decision")],
            file.Mails.Where(mail => mail.Template == "further-victim-to-be-told").Select(mail => (mail.Facts["victim"], mail.Facts["news"])));
        Assert.Equal("victim-to-be-told-facilitator", file.MailTo(CaseFile.Facilitator).Template);
        Assert.DoesNotContain(file.Mails, mail => mail.Facts.Values.Any(fact => fact.Contains("Corner Shop", StringComparison.Ordinal) || fact.Contains("Verity", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_of_two_facilitators_sees_and_hears_of_their_own_victim_alone()
    {
        var second = new StaffRef("rj-2", "Sam Second", null, "sam@rj.example");
        var file = new CaseFile().Referred().Eligible()
            .Do(new VictimCommand.RecordVictim(true, Name: "Corner Shop") { Kind = VictimKind.Business, ContactPerson = "Sue Keeper" }, Role.PoliceOfficer)
            .Do(new VictimCommand.RecordVictimViews(null) { Victim = 2 }, Role.PoliceOfficer)
            .Offered(new ConditionTerms.NoReoffending(), new ConditionTerms.RestorativeJustice(CaseFile.Facilitator, 1), new ConditionTerms.LetterOfApology(second, 2)).Signed();

        Assert.Equal("victim-to-be-told-facilitator", file.MailTo(second).Template);
        Assert.Equal("victim-to-be-told-facilitator", file.MailTo(CaseFile.Facilitator).Template);
        Assert.Equal([2], AccessPolicy.Of(Of(second), file.State).OnlyVictims!);
        Assert.Equal([1], AccessPolicy.Of(Of(CaseFile.Facilitator), file.State).OnlyVictims!);
        Assert.Null(AccessPolicy.MayCommand(Of(second), file.State, new ApologyCommand.CheckLetter("letter-of-apology", CaseFile.Monday, true)));
        Assert.NotNull(AccessPolicy.MayCommand(Of(CaseFile.Facilitator), file.State, new ApologyCommand.CheckLetter("letter-of-apology", CaseFile.Monday, true)));
        Assert.NotNull(AccessPolicy.MayCommand(Of(second), file.State, new RestorativeJusticeCommand.RecordVictimContact("restorative-justice", CaseFile.Monday)));
        Assert.NotNull(AccessPolicy.MayCommand(Of(second), file.State, new VictimCommand.RecordVictimViews("No") { Victim = 1 }));

        file.Do(new ApologyCommand.RecordLetterWritten("letter-of-apology", CaseFile.Monday), Role.KeyWorker);
        var check = file.State.Obligations.Single(open => open.Id == "letter-of-apology/checked").Deadline.Due;
        file.Until(check);
        Assert.Contains(file.Mails, mail => mail.ToAddress == second.Email && mail.Facts.Values.Any(fact => fact.Contains("letter of apology", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(file.Mails, mail => mail.ToAddress == CaseFile.Facilitator.Email && mail.Facts.Values.Any(fact => fact.Contains("letter of apology", StringComparison.OrdinalIgnoreCase)));

        static Actor Of(StaffRef facilitator) => new(facilitator.Id, facilitator.Name, Role.Facilitator);
    }

    [Fact]
    public void Undelivered_messages_make_one_mail_until_a_lead_has_seen_it()
    {
        var file = CaseFile.Running().Do(new TermCommand.ReportUndelivered("DV-7K3M9-2QX4P.10.2"), Role.Clock);
        Assert.Equal("DV-7K3M9-2QX4P.10.2", file.MailTo(CaseFile.Lead).Facts["message"]);

        Assert.Empty(file.Do(new TermCommand.ReportUndelivered(file.MailTo(CaseFile.Lead).Id), Role.Clock).Sent);

        foreach (var alert in file.State.Alerts)
        {
            file.Do(new TermCommand.AcknowledgeAlert(alert.Id), Role.ProgrammeLead);
        }

        Assert.NotEmpty(file.Do(new TermCommand.ReportUndelivered("DV-7K3M9-2QX4P.11.1"), Role.Clock).Mails);
    }
}
