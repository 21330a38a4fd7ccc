using Diversion.Delivery.Tests.Mail;
using Diversion.Local.Tests.Import;
using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Delivery;

/// <summary>The server as people start it, with a mail server in its settings.</summary>
[Collection(nameof(RunningProgram))]
public sealed class SmtpServeTests : IDisposable
{
    private const string Password = "corr3ct-h0rse";

    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Mail_leaves_by_the_mail_server_of_the_settings_and_the_password_is_written_nowhere()
    {
        using var peer = new SmtpPeer { Account = ("diversion", Password) };
        home.Write("password", Password);
        home.Write("authority.pem", peer.Authority.ExportCertificatePem());
        Directory.CreateDirectory(home.File("data"));
        home.Write("data/programme.json", """
            {
              "name": "Programme", "scheme": "checkpoint", "leads": [{ "id": "lead", "name": "Programme lead", "email": "lead@force.example" }],
              "publicUrl": "http://127.0.0.1:5080", "sender": "diversion@force.example"
            }
            """);
        home.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row("CR/1", date: "2026-06-02")}\n");
        var imported = await RunningProgram.Run(home.Path, "import", "in.csv", "--data", "data");
        Assert.True(imported.Code == ExitCodes.Ok, imported.Error);
        var settings = new Dictionary<string, string>
        {
            ["Smtp__Host"] = "localhost",
            ["Smtp__Port"] = $"{peer.Port}",
            ["Smtp__User"] = "diversion",
            ["Smtp__PasswordFile"] = home.File("password"),
            ["Smtp__AuthorityFile"] = home.File("authority.pem"),
        };

        var (program, client) = await RunningProgram.ServeWith(settings, home.Path, ["--data", "data", "--verbose"]);
        using var server = program;
        using var http = client;
        await Sent.All(home.File("data"));
        Assert.Equal(ExitCodes.Ok, await server.Stop());

        Assert.NotEmpty(peer.Taken);
        Assert.All(peer.Taken, mail => Assert.True(mail is { WasEncrypted: true, User: "diversion", From: "diversion@force.example", To: "lead@force.example" }));
        Assert.False(Directory.Exists(home.File("data/mail")));
        Assert.DoesNotContain(Password, server.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_told_at_the_start()
    {
        var settings = new Dictionary<string, string> { ["Smtp__Host"] = "smtp.example.org", ["Smtp__Security"] = "none" };

        var told = await RunningProgram.RunIn(settings, home.Path, "serve", "--data", "data", "--urls", $"http://127.0.0.1:{RunningProgram.FreePort()}");

        Assert.Equal(ExitCodes.WrongUsage, told.Code);
        Assert.Contains("Smtp__Security", told.Error, StringComparison.Ordinal);
    }
}
