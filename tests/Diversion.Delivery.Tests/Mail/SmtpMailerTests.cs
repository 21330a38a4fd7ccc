using System.Net;
using System.Net.Sockets;
using System.Text;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Delivery.Mail;
using Diversion.Domain.Agreements;
using MimeKit;
using NodaTime;

namespace Diversion.Delivery.Tests.Mail;

/// <summary>Against a server that speaks the real wire, with TLS.</summary>
public sealed class SmtpMailerTests
{
    private const string Password = "corr3ct-h0rse";
    private const string Address = "jo.private@home.example";

    private static readonly RenderedMail Mail = new(
        "DV-7K3M9-2QX4P.12.1", Address, "Zoë", "Your meeting – Thursday", "Hello Zoë,\n\n.\nFrom here\n", "<p>Zoë</p>\n", "participant-reminder");

    private static readonly Programme Programme = new(
        "Checkpoint", "checkpoint", [], new Dictionary<string, StaffRef>(), new Uri("https://diversion.example/"), "no-reply@diversion.example");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mail_arrives_over_TLS_after_sign_in(bool implicitTls)
    {
        using var peer = new SmtpPeer(implicitTls) { Account = ("diversion", Password) };
        using var mailer = Mailer(peer, implicitTls ? SmtpSecurity.Tls : SmtpSecurity.StartTls);

        await mailer.Send(Mail);

        var taken = Assert.Single(peer.Taken);
        Assert.Equal(("no-reply@diversion.example", Address, "diversion", true), (taken.From, taken.To, taken.User, taken.WasEncrypted));
        using var content = new MemoryStream(Encoding.Latin1.GetBytes(taken.Content));
        var message = await MimeMessage.LoadAsync(content);
        Assert.Equal((Mail.Subject, "DV-7K3M9-2QX4P.12.1@diversion.example"), (message.Subject, message.MessageId));
        Assert.Equal(Mail.Text, message.TextBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Many_mails_share_few_connections_and_a_dead_one_is_replaced()
    {
        using var peer = new SmtpPeer { Account = ("diversion", Password) };
        using var mailer = Mailer(peer);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => mailer.Send(Mail with { Id = $"DV-7K3M9-2QX4P.{n}.1" }).AsTask()));
        Assert.Equal(40, peer.Taken.Count);
        Assert.InRange(peer.Connections, 1, 4);

        peer.Instead["NOOP"] = null;
        var before = peer.Connections;
        await mailer.Send(Mail);
        Assert.Equal(41, peer.Taken.Count);
        Assert.Equal(before + 1, peer.Connections);
    }

    [Theory]
    [InlineData("", "421 4.3.2 Busy", false, "status 421")]
    [InlineData("", "554 5.7.1 Not you", false, "refuses this machine (status 554)")]
    [InlineData("MAIL", "451 4.3.0 jo.private@home.example later", false, "does not take it now (status 451)")]
    [InlineData("MAIL", "550 5.7.1 Not from there", false, "does not let this account send")]
    [InlineData("RCPT", "450 4.2.1 jo.private@home.example is busy", false, "status 450")]
    [InlineData("RCPT", "550 5.1.1 jo.private@home.example is unknown", true, "does not take the recipient's address (status 550)")]
    [InlineData("RCPT", "553 5.1.3 jo.private@home.example", true, "recipient's address (status 553)")]
    [InlineData("DATA", "452 4.3.1 Full", false, "status 452")]
    [InlineData("DATA", "554 5.6.0 No", true, "refuses the mail (status 554)")]
    [InlineData(".", "451 4.7.1 Greylisted", false, "status 451")]
    [InlineData(".", "552 5.3.4 Too large", true, "refuses the mail (status 552)")]
    [InlineData("AUTH", "454 4.7.0 Later", false, "user name and password")]
    [InlineData("STARTTLS", "454 4.7.0 No TLS now", false, "status 454")]
    [InlineData("", null, false, "cannot be reached")]
    [InlineData("EHLO", null, false, "cannot be reached")]
    [InlineData("STARTTLS", null, false, "cannot be reached")]
    [InlineData("RCPT", null, false, "not known")]
    [InlineData("DATA", null, false, "not known")]
    [InlineData(".", null, false, "not known")]
    public async Task A_refusal_says_whether_to_try_again_and_gives_nothing_away(string command, string? answer, bool isFinal, string told)
    {
        using var peer = new SmtpPeer { Account = ("diversion", Password) };
        peer.Instead[command] = answer;
        using var mailer = Mailer(peer);

        var fault = await Assert.ThrowsAsync<DeliveryFailedException>(() => mailer.Send(Mail).AsTask());

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Equal(isFinal, fault.IsFinal);
        GivesNothingAway(fault);

        peer.Instead.Clear();
        await mailer.Send(Mail);
        Assert.Single(peer.Taken);
    }

    [Fact]
    public async Task A_wrong_password_is_not_shown_though_the_server_repeats_it()
    {
        using var peer = new SmtpPeer { Account = ("diversion", "another") };
        using var mailer = Mailer(peer);

        var fault = await Assert.ThrowsAsync<DeliveryFailedException>(() => mailer.Send(Mail).AsTask());

        Assert.False(fault.IsFinal);
        Assert.Contains("does not accept the user name and password", fault.Message, StringComparison.Ordinal);
        GivesNothingAway(fault);
    }

    [Fact]
    public async Task Nothing_is_said_to_a_server_without_encryption_or_with_a_certificate_of_somebody_else()
    {
        using var open = new SmtpPeer { Account = ("diversion", Password), OffersStartTls = false };
        using (var mailer = Mailer(open))
        {
            Assert.Contains("offers no encryption", await Fault(mailer), StringComparison.Ordinal);
        }

        using var other = new SmtpPeer();
        using (var mailer = new SmtpMailer(Settings(other) with { Authority = null }, Programme, SystemClock.Instance))
        {
            Assert.Contains("certificate is not trusted", await Fault(mailer), StringComparison.Ordinal);
        }

        using var elsewhere = new SmtpPeer();
        var (authority, certificate) = SmtpPeer.Certificates("mail.elsewhere.example");
        elsewhere.Certificate = certificate;
        using (var mailer = new SmtpMailer(Settings(elsewhere) with { Authority = authority }, Programme, SystemClock.Instance))
        {
            Assert.Contains("not for its name", await Fault(mailer), StringComparison.Ordinal);
        }

        Assert.Equal((0, 0, 0), (open.Taken.Count, other.Taken.Count, elsewhere.Taken.Count));
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_never_answers_is_tried_again()
    {
        int port;
        using (var gone = new SmtpPeer())
        {
            port = gone.Port;
        }

        using (var mailer = new SmtpMailer(new SmtpSettings("localhost", port, SmtpSecurity.StartTls, null, null, null), Programme, SystemClock.Instance))
        {
            Assert.Contains("cannot be reached", await Fault(mailer), StringComparison.Ordinal);
        }

        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var settings = new SmtpSettings("127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port, SmtpSecurity.StartTls, null, null, null);
        using (var mailer = new SmtpMailer(settings, Programme, SystemClock.Instance) { Patience = TimeSpan.FromMilliseconds(300) })
        {
            Assert.Contains("cannot be reached", await Fault(mailer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_that_cannot_be_written_to_is_final_before_anybody_is_called()
    {
        using var peer = new SmtpPeer();
        using var mailer = Mailer(peer);

        Assert.True((await Assert.ThrowsAsync<DeliveryFailedException>(() => mailer.Send(Mail with { ToAddress = "jo@a.example, eve@b.example" }).AsTask())).IsFinal);
        Assert.Equal(0, peer.Connections);
    }

    private static async Task<string> Fault(SmtpMailer mailer)
    {
        var fault = await Assert.ThrowsAsync<DeliveryFailedException>(() => mailer.Send(Mail).AsTask());
        Assert.False(fault.IsFinal);
        return fault.Message;
    }

    private static SmtpMailer Mailer(SmtpPeer peer, SmtpSecurity security = SmtpSecurity.StartTls) =>
        new(Settings(peer) with { Security = security }, Programme, SystemClock.Instance) { Patience = TimeSpan.FromSeconds(5) };

    private static SmtpSettings Settings(SmtpPeer peer) =>
        new("localhost", peer.Port, SmtpSecurity.StartTls, peer.Account is null ? null : "diversion", peer.Account is null ? null : Password, peer.Authority);

    /// <summary>The message is stored and shown.</summary>
    private static void GivesNothingAway(DeliveryFailedException fault)
    {
        Assert.DoesNotContain("jo.private", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, fault.Message, StringComparison.Ordinal);
    }
}
