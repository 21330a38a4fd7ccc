using System.Globalization;

namespace Diversion.Domain.BoardPacks;

/// <summary>Three months of a calendar year: <c>2026-q1</c> is January to March.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    public LocalDate FirstDay => new(Year, (Number * 3) - 2, 1);

    public LocalDate LastDay => FirstDay.PlusMonths(3).PlusDays(-1);

    public Quarter Before => Of(FirstDay.PlusDays(-1));

    /// <summary>"January to March 2026".</summary>
    public string InWords => $"{FirstDay.ToString("MMMM", CultureInfo.InvariantCulture)} to {LastDay.ToString("MMMM uuuu", CultureInfo.InvariantCulture)}";

    public static Quarter Of(LocalDate day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <returns>Null when it is no quarter of 2000 to 2099.</returns>
    public static Quarter? Read(string? text) =>
        text is { Length: 7 } && text[4] == '-' && text[5] is 'q' or 'Q' && text[6] is >= '1' and <= '4'
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear
            ? new Quarter(year, text[6] - '0')
            : null;

    public bool Covers(LocalDate? day) => day is { } known && known >= FirstDay && known <= LastDay;

    /// <summary><c>2026-q1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-q{Number}");
}
