using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework;

/// <summary>Instants as row keys: text order is time order.</summary>
public static class Sortable
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss.fffffff'Z'");

    public static string Ascending(Instant instant) => Pattern.Format(instant);

    /// <summary>Newest first.</summary>
    public static string Descending(Instant instant) =>
        (long.MaxValue - instant.ToUnixTimeTicks()).ToString("D19", CultureInfo.InvariantCulture);

    public static Instant Parse(ReadOnlySpan<char> ascending) => Pattern.Parse(ascending.ToString()).Value;
}
