using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Diversion.Web.Requests;

/// <summary>Versions of agreements as entity tags: version 12 is <c>"12"</c>.</summary>
internal static class Preconditions
{
    /// <summary>No agreement has this version, so a tag that is not ours never matches.</summary>
    private const int NoVersion = -1;

    public static string ETag(int version) => $"\"{version}\"";

    /// <summary>
    /// The versions that the caller would decide on: a list, or * for any (RFC 9110, 13.1.1). A weak tag counts as the
    /// version that it names: proxies that compress weaken our tags, and the version is the same either way.
    /// </summary>
    /// <returns>Null when any version is accepted.</returns>
    public static (IReadOnlyList<int>? Versions, Problem? Problem) IfMatch(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return (null, null);
        }

        if (!EntityTagHeaderValue.TryParseStrictList([header], out var tags) || tags.Count == 0 || (tags.Count > 1 && tags.Any(IsAny)))
        {
            return (null, Problems.Of(
                StatusCodes.Status400BadRequest,
                WebProblem.IfMatchInvalid,
                "If-Match is the ETag of an answer with its quotes, such as \"12\", several of them with commas between, or *."));
        }

        return tags.Any(IsAny) ? (null, null) : ([.. tags.Select(VersionOf)], null);
    }

    public static bool IsNoneMatch(string? header, int version) =>
        header is not null
        && EntityTagHeaderValue.TryParseList([header], out var tags)
        && tags.Any(tag => IsAny(tag) || tag.Tag == ETag(version));

    private static bool IsAny(EntityTagHeaderValue tag) => tag.Tag == "*";

    private static int VersionOf(EntityTagHeaderValue tag) =>
        int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : NoVersion;
}
