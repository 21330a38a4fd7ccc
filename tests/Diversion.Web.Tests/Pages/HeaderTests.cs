using System.Net;
using Diversion.Web.Assets;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Tests.Pages;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/about/cookies")]
    [InlineData("/nowhere")]
    [InlineData("/problem")]
    public async Task Every_page_comes_with_the_strict_headers(string address)
    {
        await using var app = await TestApp.Begin();
        using var browser = new Browser(app);
        var page = await browser.Get(address);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.False(page.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal("en", page.Html.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith(" – Diversion", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_a_browser_is_told_to_stay_there()
    {
        await using var app = await TestApp.Begin();
        using var client = new HttpClient(app.Handler()) { BaseAddress = new Uri("https://localhost") };
        var page = await client.GetAsync("/about/cookies");
        Assert.Contains("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_has_script_or_style_inside_it_or_asks_for_anything_elsewhere()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        foreach (var address in (string[])["/", $"/agreements/{id}", $"/agreements/{id}/note", "/about/accessibility", "/sign-in"])
        {
            var page = await browser.Get(address);
            Assert.Equal(200, page.Status);
            Assert.Empty(page.Html.QuerySelectorAll("style, [style], script:not([src])"));
            Assert.DoesNotContain(page.Html.All, element => element.Attributes.Any(one => one.Name.StartsWith("on", StringComparison.Ordinal)));
            Assert.All(
                page.Html.QuerySelectorAll("script[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!),
                asked => Assert.StartsWith("/assets/", asked, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Assets_are_kept_for_a_year_under_their_fingerprint_and_only_there()
    {
        await using var app = await TestApp.Begin();
        var assets = app.Services.GetRequiredService<PortalAssets>();
        using var client = app.As(null);
        foreach (var path in assets.Paths)
        {
            var plain = await Ask(client, assets.Address(path), null);
            Assert.Equal("public, max-age=31536000, immutable", plain.Headers.CacheControl!.ToString());
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            var bytes = await plain.Content.ReadAsByteArrayAsync();
            foreach (var encoding in (string[])["br", "gzip"])
            {
                var packed = await Ask(client, assets.Address(path), $"zstd, {encoding}");
                Assert.Equal(encoding, Assert.Single(packed.Content.Headers.ContentEncoding));
                Assert.Equal(bytes, await Unpack(packed, encoding));
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/assets/{new string('0', 16)}/portal.css")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/assets/{assets.Fingerprint}/fingerprint")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/assets/{assets.Fingerprint}/..%2fportal.css")).StatusCode);
        Assert.Contains("portal.css", assets.Paths);
        Assert.Throws<ArgumentException>(() => assets.Address("nothing.css"));
    }

    [Fact]
    public async Task Styles_ask_only_for_images_that_are_there_and_bring_neither_fonts_nor_a_crown()
    {
        await using var app = await TestApp.Begin();
        var assets = app.Services.GetRequiredService<PortalAssets>();
        using var client = app.As(null);
        var css = await client.GetStringAsync(assets.Address("portal.css"));
        var asked = css.Split("url(").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Trim('"').Replace("./", "", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(asked);
        Assert.All(asked, image => Assert.Contains(image, assets.Paths));
        Assert.DoesNotContain("@font-face", css, StringComparison.Ordinal);
        Assert.DoesNotContain("GDS Transport", css, StringComparison.Ordinal);
        Assert.DoesNotContain(assets.Paths, path => path.Contains("crown", StringComparison.Ordinal) || path.Contains("crest", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string address, string? encodings)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (encodings is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        }

        var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    private static async Task<byte[]> Unpack(HttpResponseMessage packed, string encoding)
    {
        await using var body = await packed.Content.ReadAsStreamAsync();
        await using Stream reading = encoding == "br"
            ? new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress);
        using var all = new MemoryStream();
        await reading.CopyToAsync(all);
        return all.ToArray();
    }
}
