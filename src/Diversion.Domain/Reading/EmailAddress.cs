using System.Globalization;
using System.Text.RegularExpressions;

namespace Diversion.Domain.Reading;

/// <summary>
/// Addresses that mail can be sent to. One rule for every input and for sending: what mail servers accept in practice, and
/// not everything that RFC 5321 allows. GOV.UK Notify uses the same limits.
/// </summary>
public static partial class EmailAddress
{
    public const string Form = "one email address, such as name@example.com";

    private const int Longest = 320;
    private const int LongestHost = 253;
    private const int LongestLabel = 63;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    /// <returns>The address without invisible characters and surrounding blanks.</returns>
    public static Parsed<string> Read(string? text)
    {
        var address = string.Concat((text ?? "").Where(c => !Characters.IsInvisible(c))).Trim();
        return IsAddress(address) ? new Parsed<string>(address, null) : new Parsed<string>(null, Form);
    }

    /// <summary>The address as it is stored. A text that is not an address stays unchanged, to be refused.</summary>
    public static string? Kept(string? text) => text is null ? null : Read(text).Value ?? text;

    /// <summary>Mail can be sent to it as it is.</summary>
    public static bool CanBeWrittenTo(string? address) => Read(address) is { IsRead: true, Value: var read } && read == address;

    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || text.Length > Longest)
        {
            return false;
        }

        var (local, host) = (text[..at], text[(at + 1)..]);
        return Local().IsMatch(local) && IsHost(host);
    }

    private static bool IsHost(string host)
    {
        if (AsciiOf(host) is not { Length: <= LongestHost } ascii)
        {
            return false;
        }

        var labels = ascii.Split('.');
        return labels.Length >= 2
            && labels.All(label => label.Length <= LongestLabel && Label().IsMatch(label))
            && TopLevel().IsMatch(labels[^1]);
    }

    /// <summary>A host name in another script, as mail servers look it up.</summary>
    private static string? AsciiOf(string host)
    {
        if (host.Length is 0 or > LongestHost)
        {
            return null;
        }

        try
        {
            return Idn.GetAscii(host);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Local();

    [GeneratedRegex("^(xn--)?[a-zA-Z0-9]+(-{1,2}[a-zA-Z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex("^([a-zA-Z]{2,63}|xn--[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TopLevel();
}
