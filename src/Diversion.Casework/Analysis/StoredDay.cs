using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Analysis;

/// <summary>A day as it is stored: <c>2026-03-09</c>. A report reads a million of them.</summary>
internal static class StoredDay
{
    /// <exception cref="UnparsableValueException">It is no day.</exception>
    public static LocalDate Read(ReadOnlySpan<byte> text)
    {
        if (text.Length == 10 && text[4] == '-' && text[7] == '-'
            && Number(text[..4]) is var year and >= 1 && Number(text[5..7]) is var month and >= 1 and <= 12
            && Number(text[8..]) is var day and >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return new LocalDate(year, month, day);
        }

        return LocalDatePattern.Iso.Parse(Encoding.UTF8.GetString(text)).Value;
    }

    public static LocalDate? ReadOrNull(ReadOnlySpan<byte> text) => text.IsEmpty ? null : Read(text);

    /// <returns>Below 0 when something else than a digit is in it.</returns>
    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
