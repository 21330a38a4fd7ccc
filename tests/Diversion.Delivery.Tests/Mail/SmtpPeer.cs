using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Diversion.Delivery.Tests.Mail;

/// <summary>A mail that an <see cref="SmtpPeer"/> took.</summary>
/// <param name="Content">Headers and body, as they came over the wire, without the doubled dots.</param>
public sealed record TakenMail(string From, string To, string Content, string? User, bool WasEncrypted);

/// <summary>
/// A mail server that speaks SMTP on a port of this machine: STARTTLS or TLS with a certificate of its own authority, PLAIN and
/// LOGIN, and whatever answers and broken connections a test asks for.
/// </summary>
public sealed class SmtpPeer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly bool implicitTls;

    public SmtpPeer(bool implicitTls = false)
    {
        this.implicitTls = implicitTls;
        (Authority, Certificate) = Certificates("localhost");
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Which has signed the server's certificate.</summary>
    public X509Certificate2 Authority { get; }

    public X509Certificate2 Certificate { get; set; }

    public bool OffersStartTls { get; set; } = true;

    /// <summary>User and password that it accepts; null asks for none.</summary>
    public (string User, string Password)? Account { get; set; }

    /// <summary>The answer to a command that begins so, instead of the usual one; null breaks the connection off. "." is the end of a mail, "" the greeting.</summary>
    public ConcurrentDictionary<string, string?> Instead { get; } = new();

    public ConcurrentQueue<TakenMail> Taken { get; } = [];

    public int Connections => connections;

    private int connections;

    /// <summary>An authority, and a certificate of it for this name.</summary>
    public static (X509Certificate2 Authority, X509Certificate2 Server) Certificates(string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(root, now.AddDays(-1), now.AddDays(29), RandomNumberGenerator.GetBytes(8));
        using var withKey = signed.CopyWithPrivateKey(key);
        return (X509CertificateLoader.LoadCertificate(root.RawData), X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null));
    }

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
        stopping.Dispose();
        Authority.Dispose();
        Certificate.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref connections);
                _ = Task.Run(() => Serve(client));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new Session(this, client.GetStream(), implicitTls).Run();
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client, or this peer on purpose, has broken it off.
            }
        }
    }

    private sealed class Session(SmtpPeer peer, Stream wire, bool encrypted)
    {
        private Stream stream = wire;
        private bool isEncrypted = encrypted;
        private string? user;
        private string from = "";
        private string to = "";

        public async Task Run()
        {
            if (isEncrypted)
            {
                await Encrypt();
            }

            if (!await Answer("", "220 localhost ESMTP"))
            {
                return;
            }

            while (await Line() is { } line)
            {
                if (!await Obey(line))
                {
                    return;
                }
            }
        }

        private async Task<bool> Obey(string line) => line.Split(' ', ':')[0].ToUpperInvariant() switch
        {
            "EHLO" => await Answer("EHLO", string.Join("\r\n", (string[])["250-localhost", .. !isEncrypted && peer.OffersStartTls ? ["250-STARTTLS"] : (string[])[], .. peer.Account is null ? [] : (string[])["250-AUTH PLAIN LOGIN"], "250 8BITMIME"])),
            "STARTTLS" => await StartTls(),
            "AUTH" => await SignIn(line),
            "MAIL" => await Mail(line),
            "RCPT" => await Recipient(line),
            "DATA" => await Data(),
            "QUIT" => await Answer("QUIT", "221 Bye") && false,
            "NOOP" or "RSET" => await Answer(line[..4], "250 OK"),
            _ => await Answer(line, "500 What?"),
        };

        private async Task<bool> StartTls()
        {
            if (!await Answer("STARTTLS", "220 Go"))
            {
                return false;
            }

            await Encrypt();
            return true;
        }

        private async Task Encrypt()
        {
            var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(peer.Certificate);
            (stream, isEncrypted) = (tls, true);
        }

        private async Task<bool> SignIn(string line)
        {
            var parts = line.Split(' ');
            if (parts is not [_, "PLAIN", var token])
            {
                return await Answer("AUTH", "504 Only PLAIN with its answer");
            }

            var told = Encoding.UTF8.GetString(Convert.FromBase64String(token)).Split('\0');
            var known = peer.Account is { } account && told[1] == account.User && told[2] == account.Password;
            user = known ? told[1] : null;
            return await Answer("AUTH", known ? "235 Welcome" : $"535 5.7.8 {told[1]} with {told[2]} is unknown");
        }

        private async Task<bool> Mail(string line)
        {
            from = Between(line);
            return await Answer("MAIL", peer.Account is not null && user is null ? "530 Sign in first" : "250 OK");
        }

        private async Task<bool> Recipient(string line)
        {
            to = Between(line);
            return await Answer("RCPT", "250 OK");
        }

        private async Task<bool> Data()
        {
            if (!await Answer("DATA", "354 Go on"))
            {
                return false;
            }

            if (peer.Instead.TryGetValue("DATA", out var refused) && refused?.StartsWith('3') != true)
            {
                return true;
            }

            var content = new StringBuilder();
            while (await Line() is { } line && line != ".")
            {
                content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            if (!peer.Instead.ContainsKey("."))
            {
                peer.Taken.Enqueue(new TakenMail(from, to, content.ToString(), user, isEncrypted));
            }

            return await Answer(".", "250 Taken");
        }

        /// <returns>False when the connection is to be broken off.</returns>
        private async Task<bool> Answer(string command, string usual)
        {
            var answer = peer.Instead.TryGetValue(command, out var other) ? other : usual;
            if (answer is null)
            {
                return false;
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), peer.stopping.Token);
            return true;
        }

        /// <summary>Byte by byte: what follows STARTTLS belongs to TLS.</summary>
        private async Task<string?> Line()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one, peer.stopping.Token) == 1)
            {
                if (one[0] == '\n')
                {
                    return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
                }

                line.Add(one[0]);
            }

            return null;
        }

        private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
    }
}
