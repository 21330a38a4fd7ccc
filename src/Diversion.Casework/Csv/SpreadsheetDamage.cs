using System.Text.RegularExpressions;

namespace Diversion.Casework.Csv;

/// <summary>What a spreadsheet does to cells that are not marked as text, and how a text is protected against it.</summary>
public static partial class SpreadsheetDamage
{
    private const string Advice = "looks as if a spreadsheet has changed it; format the column as text, copy the value from the custody system again and save the file";

    /// <returns>Null when nothing is wrong; otherwise the reason, without the value.</returns>
    public static string? Of(string text) => Error().IsMatch(text) || Exponent().IsMatch(text) || text.Trim('#').Length == 0 ? Advice : null;

    /// <summary>A British telephone number that has lost its leading zero.</summary>
    public static string? OfPhone(string text) => LostZero().IsMatch(text) ? $"{Advice} (the first 0 is missing)" : null;

    /// <summary>A date as a spreadsheet's number of days since 1900.</summary>
    public static string? OfDate(string text) => Serial().IsMatch(text) ? $"{text} is a spreadsheet's number for a date; format the column as a date, 2026-08-31, and save the file again" : null;

    /// <summary>An apostrophe before what a spreadsheet would take for a formula is ours, or the spreadsheet's own text mark.</summary>
    public static string WithoutGuard(string text) =>
        text is ['\'', '=' or '+' or '-' or '@' or '\t', ..] ? text[1..] : text;

    [GeneratedRegex(@"^#(NAME\?|REF!|N/A|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Error();

    [GeneratedRegex(@"^[+-]?\d([.,]\d+)?E[+-]?\d{1,3}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^[1-37]\d{9}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LostZero();

    [GeneratedRegex(@"^[1-9]\d{3,4}(\.\d+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Serial();
}
