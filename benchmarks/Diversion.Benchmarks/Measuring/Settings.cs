using System.Globalization;
using System.Runtime.CompilerServices;

namespace Diversion.Benchmarks.Measuring;

/// <param name="Quick">Smaller sizes: for trying out, not for publishing.</param>
/// <param name="Only">The one figure to take; null takes all.</param>
internal sealed record Settings(bool Quick, string? Only)
{
    public int Agreements => Quick ? 5_000 : 100_000;

    public int[] Growth => Quick ? [500, 5_000] : [1_000, 10_000, 100_000];

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>Kept between runs; may be deleted at any time.</summary>
    public static string Kept { get; } = Path.Combine(Repository, "data", "bench");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Here([CallerFilePath] string path = "") => path;
}
