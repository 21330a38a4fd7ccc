namespace Diversion.Domain.Referral;

/// <summary>
/// Numbers that texts can be sent to: mobile numbers of the United Kingdom, 07 and nine more digits. Ofcom's National Telephone
/// Numbering Plan: 071 to 075 and 077 to 079 are mobile services; 070 follows a person to any telephone and 076 are pagers,
/// save 07624, which are mobiles of the Isle of Man.
/// </summary>
public static class MobileNumber
{
    public const string WouldTake = "Enter a UK mobile number, like 07700 900982: no other number can be texted";

    /// <summary>Digits after the zero.</summary>
    private const int Length = 10;

    /// <returns>With the country's code and without spaces, +447700900982; null when it isn't one, or has an extension.</returns>
    public static string? Read(string? text)
    {
        if (text is null || !Telephone.IsOne(text) || Telephone.Digits(text.Trim()) is not { } digits)
        {
            return null;
        }

        var own = digits.StartsWith("+44", StringComparison.Ordinal) ? digits[3..].TrimStart('0')
            : digits.StartsWith("0044", StringComparison.Ordinal) ? digits[4..].TrimStart('0')
            : digits[0] == '0' ? digits[1..]
            : "";
        return own.Length == Length && own[0] == '7' && (own[1] is not ('0' or '6') || own.StartsWith("7624", StringComparison.Ordinal)) ? $"+44{own}" : null;
    }
}
