namespace Diversion.Casework.Analysis;

/// <summary>Several values as one word of a list in a row: fields with a bar between, so that none may contain one.</summary>
internal static class WordText
{
    public const char Between = '|';

    /// <summary>A value that came from outside, without spaces and bars.</summary>
    public static string Escape(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/') ? text : Uri.EscapeDataString(text);

    public static string Unescape(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;

    public static string? OrNull(string text) => text.Length == 0 ? null : Unescape(text);
}
