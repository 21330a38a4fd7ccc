using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diversion.Delivery.Tests.Mail;
using Diversion.Delivery.Tests.Texts;
using Diversion.Domain.Time;
using Diversion.Local.Tests.Verbs;
using Diversion.Web.Tests.SignIn;
using NodaTime;

namespace Diversion.Local.Tests.Install;

/// <summary>
/// What a force does on its own machine, with its own identity provider, mail server and texts: an empty programme, three people
/// who sign in, a case, a backup that is restored, a person who is erased. Everything runs in processes of its own.
/// </summary>
[Collection(nameof(RunningProgram))]
public sealed partial class OnOneMachineTests : IDisposable
{
    private static readonly string[] People = ["lead-1 Lena Lead", "po-1 Olive Officer", "kw-1 Kit Worker"];
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_force_begins_and_runs_a_case()
    {
        var (own, at) = (RunningProgram.FreePort(), RunningProgram.FreePort());
        await using var provider = await RealProvider.Start($"http://127.0.0.1:{own}/sign-in/callback", new Uri($"http://127.0.0.1:{at}/"));
        using var mail = new SmtpPeer();
        await using var texts = await NotifyPeer.Start();
        Folder(own, at, mail);
        var (program, client) = await RunningProgram.ServeAt(own, Settings(mail, texts), home.Path, "--data", "data", "--schemes", home.File("schemes"));
        using var server = program;
        using var http = client;

        await SignIn(provider, server, http.BaseAddress!);
        var reference = await Signed(http);
        var other = await Ended(http);
        await Until("The key worker got no mail.", () => mail.Taken.Any(sent => sent is { To: "kit@force.example", WasEncrypted: true }));
        await Until("The text was not sent.", () => texts.Asked.Count == 1 || IsQuiet());

        await Program("backup", "x.backup", "--data", "data", "--new-key", "backup.key");
        await As(http, 0);
        await Do(http, other, "erase-record", new { ground = "personAsked", reason = "The person asked for it." });
        await Until("The record was not erased.", () => File.Exists(home.File("data/destruction.log")) && Holds(home.File("data/destruction.log"), other));
        Assert.Equal(ExitCodes.Ok, await server.Stop());

        // The backup still holds the person: the destruction log of today takes them out of what is restored.
        await Program("restore", "x.backup", "--data", "restored", "--key", "backup.key", "--destroyed", "data/destruction.log");
        await Program("verify", "--data", "restored");
        Assert.DoesNotContain(Directory.EnumerateFiles(home.File("restored"), "*", SearchOption.AllDirectories), file => Holds(file, "Ellis Erased"));
        Assert.Contains(Directory.EnumerateFiles(home.File("restored"), "diversion.db*"), file => Holds(file, reference));
    }

    private void Folder(int own, int at, SmtpPeer mail)
    {
        Directory.CreateDirectory(home.File("data"));
        home.Write("data/programme.json", $$"""
            {
              "name": "Programme", "scheme": "checkpoint", "publicUrl": "http://127.0.0.1:{{own}}", "sender": "diversion@force.example",
              "leads": [{ "id": "lead-1", "name": "Lena Lead", "email": "lena@force.example" }],
              "staff": {
                "keyWorkers": [{ "id": "kw-1", "name": "Kit Worker", "team": "north", "email": "kit@force.example", "phone": "0191 496 0001" }],
                "officers": [{ "id": "po-1", "name": "Olive Officer", "team": "north", "email": "olive@force.example" }]
              }
            }
            """);
        home.Write("data/sign-in.json", $$"""{ "authority": "http://127.0.0.1:{{at}}/", "clientId": "diversion" }""");
        foreach (var (file, secret) in (ReadOnlySpan<(string, string)>)[("data/sign-in.secret", RealProvider.Secret), ("notify", NotifyPeer.Key), ("authority.pem", mail.Authority.ExportCertificatePem())])
        {
            home.Write(file, secret);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(home.File(file), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        Directory.CreateDirectory(home.File("schemes"));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "schemes")))
        {
            File.Copy(file, Path.Combine(home.File("schemes"), Path.GetFileName(file)));
        }

        // Quiet as shortly as a scheme can be, so that the test depends on the time of day as little as possible.
        foreach (var scheme in Directory.GetFiles(home.File("schemes"), "checkpoint.v*.json"))
        {
            var text = File.ReadAllText(scheme);
            File.WriteAllText(scheme, text[..text.LastIndexOf('}')].TrimEnd() + """, "texts": { "quietFromHour": 23, "quietUntilHour": 1 } }""");
        }
    }

    private Dictionary<string, string> Settings(SmtpPeer mail, NotifyPeer texts) => new()
    {
        ["Smtp__Host"] = "localhost",
        ["Smtp__Port"] = $"{mail.Port}",
        ["Smtp__AuthorityFile"] = home.File("authority.pem"),
        ["Notify__BaseUrl"] = texts.Address.OriginalString,
        ["Notify__ApiKeyFile"] = home.File("notify"),
        ["Notify__TextTemplateId"] = NotifyPeer.TemplateId,
    };

    /// <summary>The first lead by the code that the server printed; they give the other two their accounts.</summary>
    private static async Task SignIn(RealProvider provider, RunningProgram server, Uri address)
    {
        for (var n = 0; n < People.Length; n++)
        {
            var (id, name) = (People[n].Split(' ', 2)[0], People[n].Split(' ', 2)[1]);
            (provider.Subject, provider.Name, provider.Session, provider.SignedInAt) = ($"account-of-{id}", name, $"session-{n}", DateTimeOffset.UtcNow);
            using var browser = BrowsingContext.New(Configuration.Default.WithDefaultLoader().WithDefaultCookies());
            var page = await browser.OpenAsync(address.AbsoluteUri);
            if (n == 0)
            {
                page = await page.QuerySelector<IHtmlFormElement>("main form")!.SubmitAsync(new { Code = Code().Match(server.Written).Value });
                foreach (var other in People.Skip(1).Select(one => one.Split(' ')[0]))
                {
                    page = await browser.OpenAsync(new Uri(address, $"/staff/person/{other}").AbsoluteUri);
                    page = await page.QuerySelector<IHtmlFormElement>("form[action$='=Account']")!.SubmitAsync(new { Account = $"account-of-{other}" });
                    Assert.Contains("They sign in with this account", page.Body!.TextContent, StringComparison.Ordinal);
                }
            }

            Assert.Contains(name, page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        }
    }

    /// <summary>A case from referral to a booked meeting, of which the person is told by text.</summary>
    private async Task<string> Signed(HttpClient http)
    {
        var (id, today) = (await Referred(http, "Sam Person", "1996-04-02"), WorkingCalendar.DateOf(SystemClock.Instance.GetCurrentInstant()));
        await Do(http, id, "record-facts", new
        {
            facts = new
            {
                currentOrders = Array.Empty<string>(), coAccusedPending = false, admission = "full", sufficientEvidence = true, previousConvictions = 0, route = "outcome-22", evidence = "interview",
                evidenceReference = "INT/1", evidentialTestBy = "Sid Sergeant", publicInterest = "The loss is small.", legalAdvice = "taken",
            },
        });
        await Do(http, id, "record-risk", new { tool = "OGRS", score = 55.5, toolBand = "medium", judgedBand = "medium" });
        await Do(http, id, "record-check", new { check = "safeguarding", concern = false });
        await Do(http, id, "record-check", new { check = "domesticAbuse", concern = false });
        await Do(http, id, "record-victim", new { hasVictim = false });
        http.DefaultRequestHeaders.Authorization = await Token("sergeant", "sgt-1", "Sid Sergeant");
        await Do(http, id, "approve-eligibility", new { reason = "All rules are met." });
        await As(http, 1);
        await Do(http, id, "make-offer", new { conditions = new[] { new { kind = "no-reoffending" }, new { kind = "supervision" } } });
        await Do(http, id, "sign-agreement", new { signedOn = $"{today:uuuu'-'MM'-'dd}", keyWorker = new { id = "kw-1", name = "Kit Worker", team = "north" }, explained = true });
        await As(http, 2);
        await Do(http, id, "schedule-appointment", new
        {
            conditionId = "supervision", appointmentId = "m-1", startsAt = WorkingCalendar.At(today.PlusDays(3), new LocalTime(11, 0)).ToString(), minutes = 45, place = "Gilesgate House", confirmUnusualTime = true,
        });
        return id;
    }

    private async Task<string> Ended(HttpClient http)
    {
        var id = await Referred(http, "Ellis Erased", "1991-01-01");
        await Do(http, id, "record-victim", new { hasVictim = false });
        await Do(http, id, "find-not-eligible", new { reason = "Lives too far away." });
        await Do(http, id, "record-case-outcome", new { result = "charged", code = "1", on = $"{WorkingCalendar.DateOf(SystemClock.Instance.GetCurrentInstant()):uuuu'-'MM'-'dd}" });
        return id;
    }

    private async Task<string> Referred(HttpClient http, string name, string born)
    {
        await As(http, 1);
        var day = WorkingCalendar.DateOf(SystemClock.Instance.GetCurrentInstant()).PlusDays(-10);
        using var answer = await http.PostAsJsonAsync("/api/v1/referrals", new
        {
            person = new { name, bornOn = born, district = "County Durham", phone = "07700 900123", textConsent = true },
            offence = new { description = "Theft from a shop", group = "theft", committedOn = $"{day:uuuu'-'MM'-'dd}", @class = "eitherWay", district = "County Durham" },
            custodyReference = $"CU/{name.Length}",
        });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("agreement").GetString()!;
    }

    private static async Task Do(HttpClient http, string id, string command, object fields)
    {
        using var answer = await http.PostAsJsonAsync($"/api/v1/agreements/{id}/{command}", fields);
        Assert.True(answer.IsSuccessStatusCode, $"{command}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task As(HttpClient http, int person)
    {
        var parts = People[person].Split(' ', 2);
        http.DefaultRequestHeaders.Authorization = await Token(person switch { 0 => "programme-lead", 1 => "police-officer", _ => "key-worker" }, parts[0], parts[1]);
    }

    private async Task<AuthenticationHeaderValue> Token(string role, string id, string name) =>
        new("Bearer", (await Program("token", "--role", role, "--id", id, "--name", name, "--team", "north", "--data", "data")).Trim());

    private async Task<string> Program(params string[] arguments)
    {
        var told = await RunningProgram.Run(home.Path, arguments);
        Assert.True(told.Code == ExitCodes.Ok, $"{arguments[0]}: {told.Error}");
        return told.Output;
    }

    private static async Task Until(string otherwise, Func<bool> happened)
    {
        for (var waited = 0; !happened(); waited++)
        {
            Assert.True(waited < 300, otherwise);
            await Task.Delay(100);
        }
    }

    private static bool Holds(string file, string text) => File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;

    private static bool IsQuiet() => SystemClock.Instance.GetCurrentInstant().InZone(WorkingCalendar.Zone).Hour is 23 or 0;

    [GeneratedRegex("[A-Z0-9]{4}(-[A-Z0-9]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
