namespace Diversion.Casework.Correspondence;

/// <summary>
/// How long a text message is, as networks count (3GPP TS 23.038): 160 characters of the GSM alphabet, of which the extension's
/// count twice; with any other character in it, 70 units of UCS-2.
/// </summary>
public static class TextLength
{
    public const int MostGsm = 160;
    public const int MostUcs2 = 70;

    private const string Alphabet =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    /// <returns>Null when it has a character that is not in the GSM alphabet.</returns>
    public static int? InGsm(string text)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (Alphabet.Contains(c, StringComparison.Ordinal))
            {
                length++;
            }
            else if (Extension.Contains(c, StringComparison.Ordinal))
            {
                length += 2;
            }
            else
            {
                return null;
            }
        }

        return length;
    }

    /// <summary>Whether it is sent, and paid for, as one message.</summary>
    public static bool IsOneMessage(string text) => InGsm(text) is { } length ? length <= MostGsm : text.Length <= MostUcs2;
}
