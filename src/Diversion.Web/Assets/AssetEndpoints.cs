using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Web.Assets;

internal static class AssetEndpoints
{
    private const string ForAYear = "public, max-age=31536000, immutable";

    public static void MapAssets(this IEndpointRouteBuilder app) =>
        app.MapMethods("/assets/{fingerprint}/{**path}", [HttpMethods.Get, HttpMethods.Head], Serve).ExcludeFromDescription().AllowAnonymous();

    private static IResult Serve(string fingerprint, string path, HttpContext http, PortalAssets assets)
    {
        if (assets.Find(fingerprint, path) is not { } asset)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = ForAYear;
        http.Response.Headers.Vary = "Accept-Encoding";
        var (bytes, encoding) = Choose(asset, http.Request.GetTypedHeaders().AcceptEncoding);
        if (encoding is not null)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        return TypedResults.Bytes(bytes, asset.MediaType);
    }

    private static (byte[] Bytes, string? Encoding) Choose(
        PortalAssets.Asset asset, IList<Microsoft.Net.Http.Headers.StringWithQualityHeaderValue> accepted)
    {
        bool Takes(string encoding) =>
            accepted.Any(one => one.Quality is not 0 && one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));

        return Takes("br") ? (asset.Brotli, "br") : Takes("gzip") ? (asset.Gzip, "gzip") : (asset.Plain, null);
    }
}
