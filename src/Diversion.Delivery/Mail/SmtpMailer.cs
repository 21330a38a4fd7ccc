using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NodaTime;

namespace Diversion.Delivery.Mail;

/// <summary>
/// Sends mail by SMTP. A few connections at most, each used for many mails and closed when none was sent for a while. SMTP does
/// not remember ids: a mail whose answer was lost arrives twice, with the same <c>Message-ID</c>. What bounces later goes to the
/// programme's sender address, and is read there by people.
/// </summary>
public sealed class SmtpMailer(SmtpSettings settings, Programme programme, IClock clock) : IMailer, IDisposable
{
    private const int MostConnections = 4;

    /// <summary>Servers close what is silent for minutes; a connection that is older is not trusted.</summary>
    private static readonly Duration Fresh = Duration.FromSeconds(20);

    private readonly MimeMail mime = new(programme, clock);
    private readonly SemaphoreSlim places = new(MostConnections, MostConnections);
    private readonly ConcurrentBag<(SmtpClient Client, Instant UsedAt)> idle = [];

    /// <summary>How long the server may take for one answer; tests are less patient.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public async ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
    {
        using var message = mime.Compose(mail);
        await places.WaitAsync(cancellation);
        SmtpClient? client = null;
        var isSending = false;
        try
        {
            client = await Connected(cancellation);
            isSending = true;
            await client.SendAsync(
                MimeMail.Format, message, new MailboxAddress(string.Empty, programme.SenderAddress), [message.To.Mailboxes.Single()], cancellation);
            idle.Add((client, clock.GetCurrentInstant()));
            client = null;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            if (SmtpFaults.Explain(mail.Id, fault, isSending) is { } explained)
            {
                throw explained;
            }

            throw;
        }
        finally
        {
            client?.Dispose();
            places.Release();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var left))
        {
            left.Client.Dispose();
        }

        places.Dispose();
    }

    /// <summary>One that is left from before and still answers, or a new one.</summary>
    private async Task<SmtpClient> Connected(CancellationToken cancellation)
    {
        while (idle.TryTake(out var left))
        {
            if (clock.GetCurrentInstant() - left.UsedAt < Fresh && await Answers(left.Client, cancellation))
            {
                return left.Client;
            }

            left.Client.Dispose();
        }

        var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, ServerCertificateValidationCallback = IsTrusted };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Options(settings.Security), cancellation);
            if (settings is { User: { } user, Password: { } password })
            {
                await client.AuthenticateAsync(user, password, cancellation);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static async Task<bool> Answers(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.NoOpAsync(cancellation);
            return client.IsConnected;
        }
        catch (Exception gone) when (gone is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static SecureSocketOptions Options(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(security), security, "No such way."),
    };

    /// <summary>By the machine's authorities, or by the organisation's own. The name must be the server's in any case.</summary>
    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? _, SslPolicyErrors faults)
    {
        if (faults == SslPolicyErrors.None)
        {
            return true;
        }

        if (faults != SslPolicyErrors.RemoteCertificateChainErrors || settings.Authority is null || certificate is not X509Certificate2 shown)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(settings.Authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }
}
