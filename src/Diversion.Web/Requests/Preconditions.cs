using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Diversion.Web.Requests;

/// <summary>Versions of agreements as entity tags: version 12 is <c>"12"</c>.</summary>
internal static class Preconditions
{
    public static string ETag(int version) => $"\"{version}\"";

    /// <returns>The version that the caller looked at; null when any will do.</returns>
    public static (int? Version, Problem? Problem) IfMatch(string? header) => header?.Trim() switch
    {
        null or "" or "*" => (null, null),
        ['"', .. var version, '"'] when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (number, null),
        _ => (null, Problems.Of(
            StatusCodes.Status400BadRequest, WebProblem.IfMatchInvalid, "If-Match is the ETag of an answer, such as \"12\" with its quotes, or *.")),
    };

    public static bool IsNoneMatch(string? header, int version) =>
        header is not null
        && EntityTagHeaderValue.TryParseList([header], out var tags)
        && tags.Any(tag => tag.Tag == "*" || tag.Tag == ETag(version));
}
