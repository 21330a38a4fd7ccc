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

public sealed partial class RenderedMailTests
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
