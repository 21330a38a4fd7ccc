using Diversion.Casework.BoardPacks;
using Diversion.Casework.Correspondence;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Scrutiny;
using Diversion.Casework.Staff;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.CustodyMatches;
using Diversion.Domain.Referral;
using Diversion.Domain.Scrutiny;
using Diversion.Domain.Staff;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>Mail that is about no case: of boards, partners, panels and projects.</summary>
public sealed partial class RenderedMailTests
{
    [Fact]
    public void A_mail_about_a_notice_without_a_reference_names_nobody_and_no_case()
    {
        Assert.Equal(["lee@example.org", "ola@example.org", "lee@example.org", "ola@example.org"], OfNoCase.Select(mail => mail.ToAddress));
        foreach (var rendered in OfNoCase.Select(Renderer.Render))
        {
            Assert.Contains("<http://127.0.0.1:5080/custody-matches/", rendered.Text, StringComparison.Ordinal);
            Assert.All((string[])["Pat", "Participant", "1995", "DV-", "c-1", "arrest"], secret => Assert.DoesNotContain(secret, rendered.Subject + rendered.Text + rendered.Html, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void What_a_panel_says_is_not_in_the_mail()
    {
        var rendered = Renderer.Render(Assert.Single(OfPanel));
        Assert.Contains("<http://127.0.0.1:5080/panel-feedback>", rendered.Text, StringComparison.Ordinal);
        Assert.All((string[])["Pat", "DV-", "harsh", "2026"], secret => Assert.DoesNotContain(secret, rendered.Subject + rendered.Text + rendered.Html, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_reminder_of_an_action_of_the_board_says_nothing_of_it_and_goes_to_its_owner_then_to_the_leads()
    {
        Assert.Equal(["mo@example.org", "mo@example.org", "mo@example.org", "lee@example.org", "ola@example.org"], OfBoard.Select(mail => mail.ToAddress));
        var rendered = OfBoard.Select(Renderer.Render).ToArray();
        Assert.Contains("is due today", rendered[0].Text, StringComparison.Ordinal);
        Assert.All(rendered[1..], one => Assert.Contains("is still open", one.Text, StringComparison.Ordinal));
        Assert.All(rendered, one => Assert.Contains("<http://127.0.0.1:5080/board-actions>", one.Text, StringComparison.Ordinal));
        Assert.All(rendered, one => Assert.All((string[])["Pat", "court"], secret => Assert.DoesNotContain(secret, one.Subject + one.Text + one.Html, StringComparison.OrdinalIgnoreCase)));
    }

    private static IReadOnlyList<OutgoingMessage.Mail> OfBoard { get; } = Reminders();

    private static OutgoingMessage.Mail[] Reminders()
    {
        using var casework = new Commands.CaseworkUnderTest();
        var deadline = casework.Rulebook.DeadlinesOn(CaseFile.Monday).AtCloseOf(RuleIds.BoardAction, new(2026, 5, 1));
        var agreed = BoardPackState.Evolve(null, new BoardPackEvent.ActionAgreed(
            1, "2026-q1", "Ask the court about Pat", "Clerk", new(2026, 5, 1), new StaffRef("l1", "Lee"), casework.Now, new StaffRef("m1", "Mo Manager", "east", "mo@example.org")));
        return
        [
            .. from step in (int[])[1, 2, deadline.Ladder.Length]
               let reminded = new BoardPackEvent.ActionReminded(1, step, deadline)
               from mail in BoardActionMessages.For(
                   new RecordedEvent<BoardPackEvent>("programme", 5 + step, reminded, deadline.Ladder[step - 1], Actor.Clock, "time", null, false), BoardPackState.Evolve(agreed, reminded), casework.Rulebook)
               select (OutgoingMessage.Mail)mail,
        ];
    }

    private static IReadOnlyList<OutgoingMessage.Mail> OfPanel { get; } = Said();

    private static OutgoingMessage.Mail[] Said()
    {
        using var casework = new Commands.CaseworkUnderTest();
        var said = new SittingEvent.PanelVerdictRecorded(1, PanelVerdict.Inappropriate, "Too harsh on Pat", new StaffRef("o1", "Olu Officer", null, "olu@example.org"), new StaffRef("l1", "Lee"), casework.Now);
        return [.. PanelMessages.For(new RecordedEvent<SittingEvent>("2026-q1", 5, said, casework.Now, Commands.CaseworkUnderTest.Lead, "scrutiny", null, false), casework.Rulebook).OfType<OutgoingMessage.Mail>()];
    }

    [Fact]
    public void The_mail_about_a_partnership_agreement_leads_to_the_service()
    {
        Assert.Equal(["lee@example.org", "ola@example.org"], OfPartnership.Select(mail => mail.ToAddress));
        Assert.All(OfPartnership.Select(Renderer.Render), rendered =>
        {
            Assert.Contains("<http://127.0.0.1:5080/services/housing>", rendered.Text, StringComparison.Ordinal);
            Assert.Contains("Home First about Supported housing", rendered.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_mail_about_a_sharing_agreement_leads_to_what_the_organisation_is_told()
    {
        Assert.Equal(["lee@example.org"], OfSharing.Select(mail => mail.ToAddress));
        Assert.All(OfSharing.Select(Renderer.Render), rendered =>
        {
            Assert.Contains("http://127.0.0.1:5080/staff/sharing/with?organisation=Home%20First", rendered.Text, StringComparison.Ordinal);
            Assert.Contains("Home First is to be looked at again", rendered.Text, StringComparison.Ordinal);
        });
    }

    private static IReadOnlyList<OutgoingMessage.Mail> OfSharing { get; } = Shared();

    private static OutgoingMessage.Mail[] Shared()
    {
        using var casework = new Commands.CaseworkUnderTest();
        var state = new Domain.Staff.StaffState(3, "lists", [new Domain.Staff.Member("l1", "Lee", [Role.ProgrammeLead], Email: "lee@example.org")], [], [new Domain.Staff.Organisation("Home First")])
        {
            Sharing = [new(1, "Home First", Domain.Sharing.SharingPurpose.Progress, Domain.Sharing.SharingBasis.Consent, new(2026, 1, 1), new(2026, 3, 3), new("sharing.review", casework.Now, [casework.Now]))],
        };
        return [.. Casework.Staff.SharingMessages.For(
            new RecordedEvent<Domain.Staff.StaffEvent>("programme", 3, new Domain.Staff.StaffEvent.SharingReviewDue(1, 1, casework.Now), casework.Now, Actor.Clock, "time", null, false), state, casework.Rulebook.Programme).OfType<OutgoingMessage.Mail>()];
    }

    private static IReadOnlyList<OutgoingMessage.Mail> OfPartnership { get; } = ToReview();

    private static OutgoingMessage.Mail[] ToReview()
    {
        using var casework = new Commands.CaseworkUnderTest();
        var service = new Domain.Services.ServiceState(
            3, "housing", new Domain.Services.ServiceEntry("Supported housing", "Home First", "Flats.", [Domain.Conditions.Pathway.PathwayKind.Accommodation]), new StaffRef("l1", "Lee"), casework.Now);
        return [.. Casework.ServiceEntries.PartnershipMessages.For(
            new RecordedEvent<Domain.Services.ServiceEvent>("service:housing", 3, new Domain.Services.ServiceEvent.LeadsReminded(1, casework.Now), casework.Now, Actor.Clock, "time", null, false), service, casework.Rulebook).OfType<OutgoingMessage.Mail>()];
    }

    [Fact]
    public void Mail_about_a_project_leads_to_it_and_whoever_asked_for_work_is_told_the_answer()
    {
        Assert.Equal(["lee@example.org", "ola@example.org", "pat@example.org", "pat@example.org"], OfProjects.Select(mail => mail.ToAddress));
        Assert.All(OfProjects.Select(Renderer.Render), rendered =>
        {
            Assert.Contains("<http://127.0.0.1:5080/projects/canal>", rendered.Text, StringComparison.Ordinal);
            Assert.Contains("Canal path", rendered.Text, StringComparison.Ordinal);
        });
    }

    private static IReadOnlyList<OutgoingMessage.Mail> OfProjects { get; } = AboutProject();

    private static OutgoingMessage.Mail[] AboutProject()
    {
        using var casework = new Commands.CaseworkUnderTest();
        var by = new StaffRef("p1", "Pat Partner", null, "pat@example.org");
        var rulebook = new Programmes.Rulebook(
            casework.Rulebook.Schemes, casework.Rulebook.Calendar, casework.Rulebook.Programme with { Staff = StaffDirectory.Empty with { Partners = [new PartnerPerson(by, "Home First")] } });
        var entry = new Domain.Projects.ProjectEntry("Canal path", "Lock 4", "Riverside", "Home First", Domain.Projects.ProjectPurpose.Other, "Brambles.");
        var asked = Domain.Projects.ProjectState.Evolve(null, new Domain.Projects.ProjectEvent.WorkRequested("canal", entry, by, casework.Now));
        Domain.Projects.ProjectEvent[] told =
            [new Domain.Projects.ProjectEvent.LeadsReminded(1, casework.Now), new Domain.Projects.ProjectEvent.RequestAccepted(by, casework.Now), new Domain.Projects.ProjectEvent.RequestDeclined("No.", by, casework.Now)];
        return
        [
            .. told.SelectMany(happened => Casework.ProjectEntries.ProjectMessages.For(
                new RecordedEvent<Domain.Projects.ProjectEvent>("project:canal", 3, happened, casework.Now, Actor.Clock, "time", null, false), asked, rulebook)).OfType<OutgoingMessage.Mail>(),
        ];
    }

    private static IReadOnlyList<OutgoingMessage> Possible()
    {
        using var casework = new Commands.CaseworkUnderTest();
        var received = new CustodyMatchEvent.NoticeReceived(
            new UnreferencedNotice("c-1", CustodyNoticeKind.Arrest, CaseFile.Monday, Name: "Pat Participant", BornOn: new(1995, 5, 17)), [new MatchCandidate(Commands.CaseworkUnderTest.Id, SameBy.NameAndBirthDate)], casework.Now)
        {
            Decide = casework.Rulebook.DeadlinesOn(CaseFile.Monday).InWorkingDays(RuleIds.CustodyMatch, CustodyMatch.DecideWorkingDays, casework.Now),
        };
        var waiting = CustodyMatch.Evolve(null, received);
        CustodyMatchEvent[] confirmed = [new CustodyMatchEvent.MatchConfirmed(Commands.CaseworkUnderTest.Id, new StaffRef("lee", "Lee Lead"), casework.Now), new CustodyMatchEvent.NoticePassedOn(Commands.CaseworkUnderTest.Id, "date-before-birth")];
        return [.. Of(received, waiting), .. Of(confirmed[^1], confirmed.Aggregate(waiting, CustodyMatch.Evolve))];

        IReadOnlyList<OutgoingMessage> Of(CustodyMatchEvent happened, CustodyMatch after) => CustodyMatchMessages.For(
            new RecordedEvent<CustodyMatchEvent>("m", 1, happened, casework.Now, new Actor("custody", "Custody", Role.Feed), "custody-matches", null), after, casework.Rulebook);
    }
}
