using System.IO.Compression;
using System.Text;
using Diversion.Web.Assets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace Diversion.Web.OpenApi;

/// <summary>
/// <c>/docs</c>: the description of the API for people, with Scalar. Its script is the one in the package, served from
/// here, and the page obeys the same content policy as every other; <c>Scripts/api-reference.mjs</c> sees to its styles.
/// </summary>
internal static class ApiReference
{
    public const string Address = "/docs";

    private const string EmbeddedScript = "ScalarStaticAssets.scalar.js";
    private const string ForAYear = "public, max-age=31536000, immutable";

    /// <summary>The version is in the address, so that a browser may keep the script.</summary>
    private static readonly string ScriptAddress = $"{Address}/{typeof(ScalarOptions).Assembly.GetName().Version}/scalar.js";

    /// <summary>As the package has it: compressed with gzip, 1.4 MB.</summary>
    private static readonly Lazy<byte[]> Script = new(Read);

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        var docs = app.MapGroup("").ExcludeFromDescription().AllowAnonymous();
        docs.MapGet(Address, (PortalAssets assets) => Results.Content(Page(assets), "text/html", Encoding.UTF8));
        docs.MapGet(ScriptAddress, Send);
    }

    private static string Page(PortalAssets assets) => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>API of Diversion</title>
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <link rel="icon" href="{assets.Address("images/favicon.svg")}" type="image/svg+xml">
          <script type="module" src="{assets.Address("api-reference.mjs")}" data-scalar="{ScriptAddress}"></script>
        </head>
        <body>
          <noscript><p>This page needs scripts. The same description is in <a href="/openapi/v1.json">/openapi/v1.json</a>.</p></noscript>
          <main id="reference"></main>
        </body>
        </html>

        """;

    private static IResult Send(HttpContext http)
    {
        http.Response.Headers.CacheControl = ForAYear;
        http.Response.Headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return Results.Bytes(Script.Value, "text/javascript; charset=utf-8");
        }

        return Results.Stream(new GZipStream(new MemoryStream(Script.Value), CompressionMode.Decompress), "text/javascript; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream = typeof(ScalarOptions).Assembly.GetManifestResourceStream(EmbeddedScript)
            ?? throw new InvalidOperationException($"Scalar.AspNetCore no longer has {EmbeddedScript}: find its new name, and change it here.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
