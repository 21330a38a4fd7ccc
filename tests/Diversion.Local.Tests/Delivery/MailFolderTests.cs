using System.Text;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Local.Delivery;
using MimeKit;
using NodaTime;

namespace Diversion.Local.Tests.Delivery;

public sealed class MailFolderTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("diversion-mail-").FullName;
    private readonly SettableClock clock = new() { Now = Instant.FromUtc(2026, 7, 1, 23, 30) };

    private static readonly RenderedMail Mail = new(
        "DV-7K3M9-2QX4P.12.1", "jo@home.example", "Zoë 🙂", "Your meeting – Thursday 5 March", "Hello Zoë,\n\n.\nFrom here\n", "<p>Zoë 🙂</p>\n", "participant-reminder");

    internal static Programme Programme { get; } = new(
        "Checkpoint Dürham", "checkpoint", [], new Dictionary<string, StaffRef>(), new Uri("https://diversion.example/"), "no-reply@diversion.example");

    private MailFolder Folder => new(data, Programme, clock);

    private string[] Files => Directory.GetFiles(data, "*", SearchOption.AllDirectories);

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task A_mail_reads_back_as_it_was_sent()
    {
        await Folder.Send(Mail);

        // Half past eleven in UTC is the next day in a British summer.
        var message = await MimeMessage.LoadAsync(Path.Combine(data, "mail", "2026-07-02", "DV-7K3M9-2QX4P.12.1.eml"));
        Assert.Equal(Mail.Subject, message.Subject);
        Assert.Equal(("Zoë 🙂", "jo@home.example"), (message.To.Mailboxes.Single().Name, message.To.Mailboxes.Single().Address));
        Assert.Equal(("Checkpoint Dürham", "no-reply@diversion.example"), (message.From.Mailboxes.Single().Name, message.From.Mailboxes.Single().Address));
        Assert.Equal("DV-7K3M9-2QX4P.12.1@diversion.example", message.MessageId);
        Assert.Equal(new DateTimeOffset(2026, 7, 2, 0, 30, 0, TimeSpan.FromHours(1)), message.Date);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal(Mail.Text, message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(Mail.Html, message.HtmlBody!.ReplaceLineEndings("\n"));
        Assert.Equal(["text/plain", "text/html"], Assert.IsType<MultipartAlternative>(message.Body).Select(part => part.ContentType.MimeType));
    }

    [Fact]
    public async Task On_the_wire_it_is_ascii_with_crlf_and_short_lines()
    {
        var size = string.Join(' ', Enumerable.Repeat("größe", 30));
        await Folder.Send(Mail with { Subject = size, ToName = size, Text = new string('é', 5000) });

        var bytes = await File.ReadAllBytesAsync(Assert.Single(Files));
        Assert.All(bytes, b => Assert.InRange(b, (byte)1, (byte)126));
        var lines = Encoding.ASCII.GetString(bytes).Split("\r\n");
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 998));
        Assert.All(lines.TakeWhile(line => line.Length > 0), line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public async Task No_text_becomes_a_header()
    {
        const string Attack = "x\r\nBcc: all@evil.example\r\n\r\nbody";
        await Folder.Send(Mail with { Subject = Attack, ToName = Attack, Id = "a\r\nX: y/../../b" });

        var message = await MimeMessage.LoadAsync(Assert.Single(Files));
        Assert.Empty(message.Bcc);
        Assert.Single(message.To);
        Assert.Null(message.Headers["X"]);
        Assert.Equal(Mail.Text, message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(Path.Combine(data, "mail", "2026-07-02"), Path.GetDirectoryName(Assert.Single(Files)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no address")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example>\r\nBcc: c@d.example")]
    [InlineData("a@b.example\r\n")]
    [InlineData("Ann <a@b.example>")]
    [InlineData("zoë@b.example")]
    public async Task What_is_no_address_is_refused_without_repeating_it(string address)
    {
        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await Folder.Send(Mail with { ToAddress = address }));

        Assert.Contains("Correct the recipient's address", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("example", failed.Message, StringComparison.Ordinal);
        Assert.Empty(Files);
    }

    [Fact]
    public async Task A_domain_in_another_script_is_written_in_its_ascii_form()
    {
        await Folder.Send(Mail with { ToAddress = "jo@bücher.example" });

        Assert.Contains("<jo@xn--bcher-kva.example>", await File.ReadAllTextAsync(Assert.Single(Files)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_overwrites_even_on_another_day()
    {
        await Folder.Send(Mail);
        var first = await File.ReadAllBytesAsync(Assert.Single(Files));
        await Folder.Send(Mail);
        Assert.Equal(first, await File.ReadAllBytesAsync(Assert.Single(Files)));

        clock.Now += Duration.FromDays(3);
        await Folder.Send(Mail);
        Assert.Single(Files);
    }

    [Fact]
    public async Task A_file_left_incomplete_by_a_crash_is_not_a_mail_and_is_overwritten()
    {
        var day = Directory.CreateDirectory(Path.Combine(data, "mail", "2026-07-02")).FullName;
        await File.WriteAllTextAsync(Path.Combine(day, "DV-7K3M9-2QX4P.12.1.eml.part"), "From: half");

        await Folder.Send(Mail);

        Assert.Equal("DV-7K3M9-2QX4P.12.1.eml", Path.GetFileName(Assert.Single(Files)));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_failed_delivery()
    {
        await File.WriteAllTextAsync(Path.Combine(data, "mail"), "a file where the folder should be");

        var failed = await Assert.ThrowsAsync<DeliveryFailedException>(async () => await Folder.Send(Mail));

        Assert.Contains("Check that the disk has space", failed.Message, StringComparison.Ordinal);
    }

    private sealed class SettableClock : IClock
    {
        public Instant Now { get; set; }

        public Instant GetCurrentInstant() => Now;
    }
}
