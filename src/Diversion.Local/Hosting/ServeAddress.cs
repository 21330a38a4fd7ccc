using Diversion.Local.Faults;
using Diversion.Web.Requests;

namespace Diversion.Local.Hosting;

/// <summary>Where to serve, checked before anything is opened.</summary>
public static class ServeAddress
{
    public const string Default = "http://127.0.0.1:5080";

    /// <exception cref="CannotGoOnException">One of them is not an address of this machine.</exception>
    public static IReadOnlyList<Uri> Read(string urls)
    {
        var read = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One).ToArray();
        return read.Length > 0 ? read : throw Wrong(urls);
    }

    /// <summary>A demo has no secrets: its people are made up, and anybody who reaches it can move its clock.</summary>
    public static void RequireLoopback(IReadOnlyList<Uri> urls)
    {
        if (urls.FirstOrDefault(url => !IsLoopback(url)) is { } open)
        {
            throw new CannotGoOnException(
                ExitCodes.AddressUnavailable,
                $"Demo data is served on this machine only, not at {open.OriginalString}: anybody who can reach it can move its clock. Use {Default}, or --data DIR for a real programme.");
        }
    }

    public static bool IsLoopback(Uri url) => Loopback.IsHost(url.Host);

    private static Uri One(string url)
    {
        // Kestrel's own wildcards are not host names.
        var plain = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        return Uri.TryCreate(plain, UriKind.Absolute, out var read) && read.Scheme is "http" or "https" && read.AbsolutePath == "/" ? read : throw Wrong(url);
    }

    private static CannotGoOnException Wrong(string url) =>
        new(ExitCodes.WrongUsage, $"{url} is not an address to serve at. Write it as {Default}.");
}
