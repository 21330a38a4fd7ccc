using System.Globalization;

namespace Diversion.Domain.Referral;

/// <summary>
/// Home Office offence classification: a class of up to three digits and a subclass of up to two. People write
/// <c>46/0</c>, <c>046/00</c>, <c>46-00</c> or <c>04600</c>; the stored form is <c>046/00</c>.
/// </summary>
public static class HomeOfficeCode
{
    public const string WouldTake = "Enter a Home Office classification like 046/00";

    private const int ClassDigits = 3;
    private const int SubclassDigits = 2;

    /// <returns>The code as it is stored; null when the text is not one.</returns>
    public static string? Read(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('-', '/').Replace('.', '/');
        var (main, sub) = plain.Split('/') switch
        {
            [var whole] when whole.Length == ClassDigits + SubclassDigits => (whole[..ClassDigits], whole[ClassDigits..]),
            [var first, var second] => (first, second),
            _ => ("", ""),
        };
        return main.Length is > 0 and <= ClassDigits && sub.Length is > 0 and <= SubclassDigits && main.All(char.IsAsciiDigit) && sub.All(char.IsAsciiDigit)
            && int.Parse(main, CultureInfo.InvariantCulture) > 0
            ? $"{main.PadLeft(ClassDigits, '0')}/{sub.PadLeft(SubclassDigits, '0')}"
            : null;
    }
}
