using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Hosting;
using Diversion.Functions.Tests.SignIn;
using Diversion.Web.Access;

namespace Diversion.Functions.Tests.Triggers;

/// <summary>The catch-all function, in Azure: pages, API, assets and streams, signed in by the platform.</summary>
public sealed class WebAppTests
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private static readonly string Lead = Principals.Person("programme-lead");
    private static readonly string Worker = Principals.Person("key-worker");

    [Fact]
    public async Task A_page_without_sign_in_leads_to_the_platforms_sign_in_and_back()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var answer = await Send(app, HttpMethod.Get, "/agreements/DV-7K3M9-2QX4P?tab=1", null);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Fagreements%2FDV-7K3M9-2QX4P%3Ftab%3D1", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_signed_in_lead_sees_the_pages_and_the_API()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var page = await Send(app, HttpMethod.Get, "/", Lead);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Harriet Ashdown", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var inbox = await Send(app, HttpMethod.Get, "/api/v1/inbox", Lead);
        Assert.Equal(HttpStatusCode.OK, inbox.StatusCode);
    }

    [Fact]
    public async Task The_API_answers_a_program_without_sign_in_with_a_problem()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var answer = await Send(app, HttpMethod.Get, "/api/v1/inbox", null);
        await IsProblem(answer, HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_role_that_may_not_gets_403()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var answer = await Send(app, HttpMethod.Get, "/api/v1/inbox", Worker);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_that_is_not_valid_here_gets_the_reason_and_no_redirect_loop()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var api = await Send(app, HttpMethod.Get, "/api/v1/inbox", Principals.Person("gardener"));
        var problem = await IsProblem(api, HttpStatusCode.Forbidden, "sign-in-refused");
        Assert.Contains("has no role in Diversion", (string)problem["detail"]!, StringComparison.Ordinal);

        using var page = await Send(app, HttpMethod.Get, "/", Principals.Person("gardener"));
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("has no role in Diversion", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_platform_does_not_sign_in_its_header_is_worth_nothing()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.With("WEBSITE_AUTH_ENABLED", "False").Read());
        using var api = await Send(app, HttpMethod.Get, "/api/v1/inbox", Lead);
        await IsProblem(api, HttpStatusCode.Unauthorized, "not-signed-in");
        using var page = await Send(app, HttpMethod.Get, "/", Lead);
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
    }

    [Fact]
    public async Task Two_headers_are_one_too_many()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/inbox");
        request.Headers.Add(Header, [Lead, Worker]);
        using var answer = await client.SendAsync(request);
        await IsProblem(answer, HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_token_of_the_one_process_host_opens_nothing_in_Azure()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        var token = Tokens.Issue(new Actor("l", "Lead", Role.ProgrammeLead), new byte[32], TimeProvider.System, TimeSpan.FromMinutes(5));
        using var answer = await Send(app, HttpMethod.Get, "/api/v1/inbox", null, ("Authorization", $"Bearer {token}"));
        await IsProblem(answer, HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Another_sites_page_changes_nothing_here()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        var officer = Principals.Person("police-officer");
        using var crossSite = await Send(app, HttpMethod.Post, "/api/v1/referrals", officer, ("Sec-Fetch-Site", "cross-site"));
        await IsProblem(crossSite, HttpStatusCode.Forbidden, "sign-in-refused");
        using var silent = await Send(app, HttpMethod.Post, "/api/v1/referrals", officer);
        await IsProblem(silent, HttpStatusCode.Forbidden, "sign-in-refused");

        using var own = await Send(app, HttpMethod.Post, "/api/v1/referrals", officer, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.BadRequest, own.StatusCode);
        using var program = await Send(app, HttpMethod.Post, "/api/v1/referrals", officer, ("Authorization", "Bearer of-entra-id"));
        Assert.Equal(HttpStatusCode.BadRequest, program.StatusCode);
    }

    [Fact]
    public async Task The_host_that_the_platform_forwards_for_is_the_own_one()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var answer = await Send(
            app,
            HttpMethod.Post,
            "/api/v1/referrals",
            Principals.Person("police-officer"),
            ("Origin", "https://diversion.police.uk"),
            ("X-Forwarded-Host", "diversion.police.uk"),
            ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Methods_addresses_and_bodies_come_through_as_they_are()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var unknown = await Send(app, HttpMethod.Get, "/api/v1/nothing", Lead);
        await IsProblem(unknown, HttpStatusCode.NotFound, "address-unknown");
        using var method = await Send(app, HttpMethod.Delete, "/api/v1/inbox", Lead, ("Authorization", "Bearer x"));
        await IsProblem(method, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        using var live = await Send(app, HttpMethod.Get, "/health/live", null);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var page = await Send(app, HttpMethod.Get, "/no/such/page", Lead);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("<html", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_are_served_as_everywhere()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var page = await Send(app, HttpMethod.Get, "/", Lead);
        var html = await page.Content.ReadAsStringAsync();
        var start = html.IndexOf("/assets/", StringComparison.Ordinal);
        using var asset = await Send(app, HttpMethod.Get, html[start..html.IndexOf('"', start)], null);
        Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
        Assert.Contains("immutable", asset.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inbox_streams()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/inbox/stream");
        request.Headers.Add(Header, Lead);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("event: inbox", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_reader_who_closes_the_stream_is_no_fault_of_the_function()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using (var client = app.Client())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/inbox/stream");
            request.Headers.Add(Header, Lead);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
            Assert.Equal("event: inbox", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)));
            Assert.False(app.FirstEnd.IsCompleted);
        }

        Assert.Null(await app.FirstEnd.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Signing_out_goes_through_the_platform_and_needs_the_forms_token()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read());
        using var page = await Send(app, HttpMethod.Get, "/", Lead);
        var html = await page.Content.ReadAsStringAsync();
        const string Mark = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var at = html.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        var cookie = page.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("diversion-form", StringComparison.Ordinal)).Split(';')[0];

        using var signedOut = await Post(app, [new("__RequestVerificationToken", html[at..html.IndexOf('"', at)])], cookie);
        Assert.Equal("/.auth/logout?post_logout_redirect_uri=%2Fsign-out", signedOut.Headers.Location?.OriginalString);

        using var forged = await Post(app, [], cookie);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    private static async Task<HttpResponseMessage> Post(WorkerApp app, IEnumerable<KeyValuePair<string, string>> form, string cookie)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(Header, Lead);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request);
    }

    private static async Task<JsonObject> IsProblem(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(code, (string?)problem["code"]);
        return problem;
    }

    private static async Task<HttpResponseMessage> Send(
        WorkerApp app, HttpMethod method, string address, string? principal, params IEnumerable<(string Name, string Value)> headers)
    {
        using var client = app.Client();
        using var request = new HttpRequestMessage(method, address);
        if (principal is not null)
        {
            request.Headers.Add(Header, principal);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }
}
