using System.Collections.Frozen;
using System.Reflection;

namespace Diversion.Web.Assets;

/// <summary>
/// The portal's styles, scripts and images, embedded by the build. They are served under one fingerprint, so they may refer
/// to each other by relative paths and a browser may keep them for good.
/// </summary>
public sealed class PortalAssets
{
    private const string Prefix = "assets/";

    private static readonly Assembly Home = typeof(PortalAssets).Assembly;

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Asset> byPath;

    public PortalAssets()
    {
        var names = Home.GetManifestResourceNames();
        byPath = names
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && MediaTypes.ContainsKey(Path.GetExtension(name)))
            .ToFrozenDictionary(
                name => name[Prefix.Length..],
                name => new Asset(Read(name), Read(name + ".br"), Read(name + ".gz"), MediaTypes[Path.GetExtension(name)]),
                StringComparer.Ordinal);
        Fingerprint = System.Text.Encoding.UTF8.GetString(Read(Prefix + "fingerprint"));
    }

    /// <summary>Changes whenever any file changes.</summary>
    public string Fingerprint { get; }

    public IEnumerable<string> Paths => byPath.Keys;

    /// <summary>Where a file is served: <c>/assets/0a1b.../portal.css</c>.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public string Address(string path) =>
        byPath.ContainsKey(path) ? $"/assets/{Fingerprint}/{path}" : throw new ArgumentException($"{path} is no asset of the portal.", nameof(path));

    internal Asset? Find(string fingerprint, string path) =>
        fingerprint == Fingerprint && byPath.TryGetValue(path, out var asset) ? asset : null;

    private static byte[] Read(string name)
    {
        using var stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The build did not embed {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal sealed record Asset(byte[] Plain, byte[] Brotli, byte[] Gzip, string MediaType);
}
