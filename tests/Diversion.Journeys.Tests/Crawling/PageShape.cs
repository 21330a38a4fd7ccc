using System.Text.RegularExpressions;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Addresses that differ only in their subject lead to the same page with other data.</summary>
internal static partial class PageShape
{
    [GeneratedRegex(@"\bDV-\w{5}-\w{5}\b", RegexOptions.None, 30_000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"=[^&]*", RegexOptions.None, 30_000)]
    private static partial Regex QueryValue();

    /// <summary>The parameter with the page to go back to.</summary>
    private const string From = "?from=work";

    /// <summary>Such as <c>/agreements/{}/record-attendance/supervision</c>.</summary>
    public static string Of(string path)
    {
        var parts = path.Replace(From, "", StringComparison.Ordinal).Split('?', 2);
        var segments = Reference().Replace(parts[0], "{}").Split('/');
        var place = string.Join('/', segments.Take(5).Select((segment, index) => segments[1] == "enrol" && index == 2 ? "{}" : segment));
        return parts.Length == 1 ? place : $"{place}?{QueryValue().Replace(parts[1], "=")}";
    }
}
