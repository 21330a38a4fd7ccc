using System.Globalization;

namespace Diversion.Domain.Reading;

/// <summary>Amounts in pounds, as people write them: 20, £20, 20.50, 1,250.00.</summary>
public static class MoneyText
{
    public const string Form = "an amount in pounds, such as 20 or 20.50";

    internal const int PenceInPound = 100;

    /// <returns>In pence.</returns>
    public static Parsed<int> Read(string? text)
    {
        var typed = (text ?? "").Trim();
        var pounds = NumberText.Decimal(typed.StartsWith('£') ? typed[1..].Trim() : typed);
        return pounds is { IsRead: true, Value: >= 0 and <= int.MaxValue / PenceInPound } && pounds.Value * PenceInPound is var pence && pence == decimal.Truncate(pence)
            ? new Parsed<int>((int)pence, null)
            : new Parsed<int>(default, Form);
    }

    /// <summary>"£20", "£20.50".</summary>
    public static string Of(int pence) => pence % PenceInPound == 0
        ? string.Create(CultureInfo.InvariantCulture, $"£{pence / PenceInPound:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"£{(decimal)pence / PenceInPound:N2}");
}
