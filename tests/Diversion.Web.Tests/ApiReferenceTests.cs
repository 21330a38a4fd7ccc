using System.Net;
using System.Text.RegularExpressions;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

/// <summary><c>/docs</c>: everything that it loads comes from here, under the content policy of every page.</summary>
public sealed partial class ApiReferenceTests
{
    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere_and_obeys_the_content_policy()
    {
        await using var app = await TestApp.Begin();
        using var client = app.As(null);
        using var page = await client.GetAsync(new Uri("/docs", UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("script-src 'self'; style-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var addresses = Address().Matches(html).Select(match => match.Groups["address"].Value).ToArray();
        Assert.Contains("/openapi/v1.json", addresses);
        Assert.All(addresses, address => Assert.StartsWith("/", address, StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            using var loaded = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, loaded.StatusCode);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip, br")]
    public async Task The_script_is_sent_as_the_browser_takes_it(string? accepts)
    {
        await using var app = await TestApp.Begin();
        using var client = app.As(null);
        var html = await client.GetStringAsync(new Uri("/docs", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, Address().Matches(html).Select(match => match.Groups["address"].Value).Single(address => address.EndsWith("/scalar.js", StringComparison.Ordinal)));
        if (accepts is not null)
        {
            request.Headers.Add("Accept-Encoding", accepts);
        }

        using var script = await client.SendAsync(request);
        var bytes = await script.Content.ReadAsByteArrayAsync();

        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", script.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(accepts is not null, script.Content.Headers.ContentEncoding.Contains("gzip"));
        Assert.Equal(accepts is not null, bytes is [0x1f, 0x8b, ..]);
        Assert.InRange(bytes.Length, 1_000_000, 10_000_000);
    }

    [GeneratedRegex("(?:src|href|data-scalar)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 30_000)]
    private static partial Regex Address();
}
