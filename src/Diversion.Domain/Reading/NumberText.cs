using System.Globalization;
using System.Text.RegularExpressions;

namespace Diversion.Domain.Reading;

/// <summary>Numbers, as people and spreadsheets write them: digits of any script, commas between thousands, 18.0 for 18.</summary>
public static partial class NumberText
{
    public const string WholeForm = "a whole number, such as 18";

    public const string DecimalForm = "a number, such as 55 or 55.5";

    public static Parsed<int> Whole(string? text) =>
        Decimal(text) is { IsRead: true, Value: var number } && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
            ? new Parsed<int>((int)number, null)
            : new Parsed<int>(default, WholeForm);

    public static Parsed<decimal> Decimal(string? text)
    {
        var typed = Characters.Fold(text ?? "");
        return Number().IsMatch(typed)
            && decimal.TryParse(
                typed.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? new Parsed<decimal>(number, null)
                : new Parsed<decimal>(default, DecimalForm);
    }

    /// <summary>A comma only between thousands: in other countries 5,5 is five and a half.</summary>
    [GeneratedRegex(@"^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
