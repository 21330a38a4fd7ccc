using System.Net;
using System.Text.RegularExpressions;
using Diversion.Casework.Staff;
using Diversion.Functions.Tests.Hosting;
using Diversion.Web.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;
using SystemClock = NodaTime.SystemClock;

namespace Diversion.Functions.Tests.SignIn;

/// <summary>People sign in on Azure at an identity provider of their own, as on one machine.</summary>
public sealed partial class ProviderSignInTests
{
    private const string Code = "abcd-efgh-ijkl-mnop";

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex FormToken();

    [Fact]
    public async Task The_first_lead_signs_in_there_and_comes_in_by_the_code_of_the_settings()
    {
        await using var provider = await RealProvider.Start("https://diversion.example/sign-in/callback");
        await using var app = await Begin(provider);
        using var client = app.Client();
        var jar = new CookieContainer();

        var (address, unknown) = await Follow(client, provider, jar, new Uri(client.BaseAddress!, "/"));
        Assert.Equal("/sign-in/unknown", address.AbsolutePath);
        Assert.Contains("f:7f2c:lena", unknown, StringComparison.Ordinal);
        Assert.Contains("SignIn__FirstLeadCode", unknown, StringComparison.Ordinal);

        using var sent = new FormUrlEncodedContent([new("Code", Code.ToUpperInvariant()), new("__RequestVerificationToken", FormToken().Match(unknown).Groups["token"].Value)]);
        var (_, home) = await Follow(client, provider, jar, address, sent);

        Assert.Contains("<title>Inbox", home, StringComparison.Ordinal);
        Assert.Contains("programme lead", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_platform_says_about_a_browser_counts_for_programs_only()
    {
        await using var provider = await RealProvider.Start("https://diversion.example/sign-in/callback");
        await using var app = await Begin(provider);
        using var client = app.Client();
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Principals.Person("programme-lead"));

        using var page = await client.GetAsync(new Uri("/register", UriKind.Relative));
        using var program = await client.GetAsync(new Uri("/api/v1/inbox", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal(RealProvider.Address.Host, page.Headers.Location!.Host);
        Assert.Equal(HttpStatusCode.OK, program.StatusCode);
    }

    private static async Task<WorkerApp> Begin(RealProvider provider)
    {
        var settings = SettingsFor.Azure
            .With("SignIn:Provider", $$"""{"authority":"{{RealProvider.Address}}","clientId":"diversion"}""")
            .With("SignIn:Secret", provider.Settings.ClientSecret)
            .With("SignIn:FirstLeadCode", Code)
            .Read();
        var app = await WorkerApp.Begin(settings with { Provider = settings.Provider! with { Backchannel = provider.Settings.Backchannel } });
        await app.Services.GetRequiredService<StaffService>().Begin(SystemClock.Instance.GetCurrentInstant());
        return app;
    }

    /// <summary>As a browser does, between the app and the provider.</summary>
    private static async Task<(Uri Address, string Text)> Follow(HttpClient app, RealProvider provider, CookieContainer jar, Uri to, HttpContent? sent = null)
    {
        using var there = new HttpClient(provider.Settings.Backchannel!, disposeHandler: false);
        for (var hops = 0; hops < 12; hops++)
        {
            using var request = new HttpRequestMessage(sent is null ? HttpMethod.Get : HttpMethod.Post, to) { Content = sent };
            sent = null;
            request.Headers.TryAddWithoutValidation("Cookie", jar.GetCookieHeader(to));
            using var answer = await (to.Host == RealProvider.Address.Host ? there : app).SendAsync(request);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            {
                jar.SetCookies(to, cookie);
            }

            if (answer.Headers.Location is not { } location)
            {
                return (to, await answer.Content.ReadAsStringAsync());
            }

            to = new Uri(to, location);
        }

        throw new InvalidOperationException($"There is no end to the redirects; the last leads to {to.AbsolutePath}.");
    }
}
