using System.Globalization;
using System.Runtime.CompilerServices;

namespace Diversion.Benchmarks.Measuring;

/// <param name="Quick">Smaller sizes: for trying out, not for publishing.</param>
/// <param name="Agreements">How many there are where many are measured.</param>
/// <param name="Only">The one figure to take; null takes all.</param>
internal sealed record Settings(bool Quick, int Agreements, string? Only)
{

    public int[] Growth => Quick ? [500, 5_000] : [1_000, 10_000, 100_000];

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>Kept between runs; may be deleted at any time.</summary>
    public static string Kept { get; } = Path.Combine(Repository, "data", "bench");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <returns>Null for arguments that make no sense.</returns>
    public static Settings? Read(string[] args)
    {
        var (quick, agreements, only) = (false, default(int?), default(string));
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--quick")
            {
                quick = true;
            }
            else if (args[i] == "--agreements" && i + 1 < args.Length && int.TryParse(args[++i], CultureInfo.InvariantCulture, out var count) && count > 0)
            {
                agreements = count;
            }
            else if (!args[i].StartsWith('-') && only is null)
            {
                only = args[i];
            }
            else
            {
                return null;
            }
        }

        return new Settings(quick, agreements ?? (quick ? 5_000 : 100_000), only);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
