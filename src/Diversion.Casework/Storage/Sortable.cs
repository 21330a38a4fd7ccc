using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Storage;

/// <summary>Instants as row keys and as properties of rows: text order is time order.</summary>
public static class Sortable
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss.fffffff'Z'");

    public static string Ascending(Instant instant) => Pattern.Format(instant);

    /// <summary>Newest first.</summary>
    public static string Descending(Instant instant) =>
        (long.MaxValue - instant.ToUnixTimeTicks()).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>By places, since lists read thousands of them.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="Ascending"/>.</exception>
    public static Instant Parse(ReadOnlySpan<char> ascending) => ascending.Length == 24
        ? Instant.FromUtc(Number(ascending[..4]), Number(ascending[4..6]), Number(ascending[6..8]), Number(ascending[9..11]), Number(ascending[11..13]), Number(ascending[13..15]))
            .PlusTicks(Number(ascending[16..23]))
        : throw new FormatException("A stored instant is not in the form in which instants are stored.");

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
