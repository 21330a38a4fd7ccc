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

public sealed class RenderedMailTests
{
    private static readonly MailRenderer Renderer = new();

    private static readonly OutgoingMessage.Mail[] Mails = [.. LifeOfACase.EveryMessage().OfType<OutgoingMessage.Mail>()];

    /// <summary>They are of no case: whether they are about one is the question.</summary>
    private static readonly OutgoingMessage.Mail[] OfNoCase = [.. Possible().OfType<OutgoingMessage.Mail>()];

    /// <summary>As it is when it is sent.</summary>
    private static readonly OutgoingMessage.Mail OfTheDay = Daily();

    [Fact]
    public void Every_template_is_sent_by_some_event()
    {
        var sent = Mails.Concat(OfNoCase).Concat(OfPanel).Concat(OfPartnership).Concat(OfProjects).Concat(OfSharing).Concat(OfBoard).Append(OfTheDay).Select(mail => mail.Template).ToHashSet();

        Assert.Equal(Renderer.Templates.Select(template => template.Name).Order(), sent.Order());
    }

    [Fact]
    public void Every_mail_renders_and_keeps_no_fact_that_it_does_not_say()
    {
        var templates = Renderer.Templates.ToDictionary(template => template.Name);
        foreach (var mail in Mails.Concat(OfNoCase).Concat(OfPanel).Concat(OfPartnership).Concat(OfProjects).Concat(OfSharing).Concat(OfBoard).Append(OfTheDay))
        {
            var rendered = Renderer.Render(mail);

            Assert.Superset(mail.Facts.Keys.ToHashSet(), templates[mail.Template].Placeholders.ToHashSet());
            Assert.DoesNotContain("{{", rendered.Html + rendered.Text + rendered.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain("**", rendered.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("](", rendered.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("\\", rendered.Text, StringComparison.Ordinal);
            Assert.Contains("WHAT TO DO NEXT", rendered.Text, StringComparison.Ordinal);
            Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">", rendered.Html, StringComparison.Ordinal);
            Assert.All(rendered.Text.Split('\n'), line => Assert.True(line.Length <= 72 || line.Contains("://", StringComparison.Ordinal), line));
        }
    }

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

    [Fact]
    public void Staff_mails_hold_nothing_of_the_person_the_offence_or_the_victim()
    {
        string[] secrets =
        [
            "Jordan", "Quill", "1999", "Hawthorn", "jordan.quill", "07700900123", "Gilesgate", "Darlington", "whisky", "Shoplifting", "theft", "assault",
            "Verity", "Harmed", "afraid", "Mallard", "Clean Slate", "drugs", "device-9", "arrest",
        ];
        foreach (var mail in Mails.Where(mail => mail.ToAddress != CaseFile.Jordan.Email))
        {
            var rendered = Renderer.Render(mail);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, rendered.Subject + rendered.Text + rendered.Html, StringComparison.OrdinalIgnoreCase));
            Assert.Contains(CaseFile.Reference, rendered.Subject, StringComparison.Ordinal);
            Assert.Contains($"<https://diversion.example/agreements/{CaseFile.Reference}", rendered.Text, StringComparison.Ordinal);
            Assert.Contains($"href=\"https://diversion.example/agreements/{CaseFile.Reference}", rendered.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Participant_mails_use_the_first_name_and_a_subject_that_anyone_may_see()
    {
        string[] secrets = ["Quill", "1999", "Hawthorn", "07700900123", "Darlington", "whisky", "Shoplifting", "theft", "Verity", "afraid", "Mallard", "Clean Slate", "drugs"];
        var mails = Mails.Where(mail => mail.ToAddress == CaseFile.Jordan.Email).ToArray();
        Assert.NotEmpty(mails);
        foreach (var rendered in mails.Select(Renderer.Render))
        {
            Assert.StartsWith("Hello Jordan,", rendered.Text, StringComparison.Ordinal);
            Assert.Equal("Jordan", rendered.ToName);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, rendered.Subject + rendered.Text, StringComparison.OrdinalIgnoreCase));
            Assert.All(
                ["tag", "police", "offence", "crime", "court", "charge", "Jordan", CaseFile.Reference],
                word => Assert.DoesNotContain(word, rendered.Subject, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("**bold**", "**bold**")]
    [InlineData("[a](javascript:alert(1))", "[a](javascript:alert(1))")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("<https://evil.example>", "<https://evil.example>")]
    [InlineData("![x](https://evil.example/p.png)", "![x](https://evil.example/p.png)")]
    [InlineData("{{reference}}", "{{reference}}")]
    [InlineData("&lt;b&gt;", "&lt;b&gt;")]
    [InlineData("#Heading", "#Heading")]
    [InlineData("Zoë🙂", "Zoë🙂")]
    [InlineData("a\\*b`c`_d_~e", "a\\*b`c`_d_~e")]
    public void A_hostile_name_is_only_text(string name, string read)
    {
        foreach (var mail in new CaseFile().Referred(CaseFile.Jordan with { Name = name }).Eligible().Offered().Signed().AllSent.OfType<OutgoingMessage.Mail>())
        {
            if (mail.ToAddress == CaseFile.Jordan.Email)
            {
                var rendered = Renderer.Render(mail);
                Assert.StartsWith($"Hello {read},", rendered.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("<a ", rendered.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("<script", rendered.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("<img", rendered.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("<em>", rendered.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_fact_with_line_breaks_stays_in_its_line()
    {
        var mail = new OutgoingMessage.Mail("x.1.1", "a@b.example", "Ann\r\nBcc: all@b.example\n\n# Big", "participant-completed", new Dictionary<string, string> { ["keyWorker"] = "K\n- item", ["stillToDo"] = "Nothing." });

        var rendered = Renderer.Render(mail);

        Assert.Equal("Ann Bcc: all@b.example # Big", rendered.ToName);
        Assert.StartsWith("Hello Ann Bcc: all@b.example # Big,\n", rendered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", rendered.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\n- item", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_stays_in_one_line()
    {
        var facts = new Dictionary<string, string> { ["reference"] = "DV-1", ["link"] = "https://d.example/", ["message"] = "m" };
        var rendered = Renderer.Render(new OutgoingMessage.Mail("x.1.1", "a@b.example", "Ann", "message-undelivered", new Dictionary<string, string>(facts) { ["reference"] = "DV-1\r\nBcc: x" }));

        Assert.Equal("DV-1 Bcc: x: a message could not be delivered", rendered.Subject);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/agreements/1")]
    [InlineData("")]
    public void A_link_leads_to_a_web_address_or_nowhere(string link)
    {
        var facts = new Dictionary<string, string> { ["reference"] = "DV-1", ["link"] = link, ["message"] = "m" };

        Assert.Throws<ArgumentException>(() => Renderer.Render(new OutgoingMessage.Mail("x.1.1", "a@b.example", "Ann", "message-undelivered", facts)));
    }

    [Fact]
    public void A_missing_fact_or_template_is_an_error_that_names_it()
    {
        var fact = Assert.Throws<ArgumentException>(() => Renderer.Render(new OutgoingMessage.Mail("x.1.1", "a@b.example", "Ann", "completed", new Dictionary<string, string>())));
        var template = Assert.Throws<ArgumentException>(() => Renderer.Render(new OutgoingMessage.Mail("x.1.1", "a@b.example", "Ann", "none", new Dictionary<string, string>())));

        Assert.Contains("\"reference\"", fact.Message, StringComparison.Ordinal);
        Assert.Contains("none", template.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello\n\nBody\n", "Subject")]
    [InlineData("Subject: \n\nBody\n", "Subject")]
    [InlineData("Subject: x\nBody\n", "empty line")]
    [InlineData("Subject: x\n", "empty line")]
    [InlineData("Subject: x\n\n{{Name}}\n", "braces")]
    [InlineData("Subject: x\n\n{{name}\n", "braces")]
    [InlineData("Subject: x\n\n> quoted\n", "QuoteBlock")]
    [InlineData("Subject: x\n\n```\ncode\n```\n", "FencedCodeBlock")]
    [InlineData("Subject: x\n\n![p](https://x.example/p.png)\n", "LinkInline")]
    public void A_faulty_template_is_found_at_start(string source, string says) =>
        Assert.Contains(says, Assert.Throws<FormatException>(() => MailTemplate.Parse("t", source)).Message, StringComparison.Ordinal);

    private static OutgoingMessage.Mail Daily()
    {
        var wyn = new Member("w1", "Wyn Worker", [Role.KeyWorker], Email: "wyn@example.org") { TaskMail = TaskMail.Daily };
        var recorded = new RecordedEvent<StaffEvent>("programme", 2, new StaffEvent.ListsDue(null), CaseFile.At(CaseFile.Monday, 7), Actor.Clock, "time", null);
        var sent = Assert.Single(DailyListMail.For(recorded, new StaffState(2, "", [wyn], [], []), new CaseFile().Programme));
        return DailyListMail.Filled((OutgoingMessage.Mail)sent, new DailyList("1 overdue task", ["DV-7K3M9-2QX4P: 1 overdue"]));
    }
}
