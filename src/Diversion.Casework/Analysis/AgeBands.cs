using System.Globalization;
using NodaTime;

namespace Diversion.Casework.Analysis;

/// <summary>Ages in the bands in which people are compared: narrow enough to see a pattern, too wide to know somebody by.</summary>
internal static class AgeBands
{
    private static readonly int[] From = [18, 25, 35, 45, 55];

    /// <returns>"25 to 34".</returns>
    public static string Of(LocalDate bornOn, LocalDate on)
    {
        var age = Period.Between(bornOn, on, PeriodUnits.Years).Years;
        var band = Array.FindLastIndex(From, from => from <= age);
        return band < 0 ? "under 18"
            : band == From.Length - 1 ? string.Create(CultureInfo.InvariantCulture, $"{From[band]} or over")
            : string.Create(CultureInfo.InvariantCulture, $"{From[band]} to {From[band + 1] - 1}");
    }
}
