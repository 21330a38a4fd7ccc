using System.Globalization;

namespace Diversion.Domain.Victim;

/// <summary>News for one victim as the item of a command, and so of a page's address: <c>2-Decision</c>.</summary>
public static class VictimItem
{
    public static string Of(int victim, VictimNews news) => string.Create(CultureInfo.InvariantCulture, $"{victim}-{news}");

    /// <param name="request">The number of the request.</param>
    public static string Of(int victim, int request) => string.Create(CultureInfo.InvariantCulture, $"{victim}-{request}");

    /// <returns>Null when it is no request's item.</returns>
    public static (int Victim, int Request)? ReadRequest(string? item) =>
        item?.Split('-') is [var number, var request] && NumberOf(number) is { } victim && NumberOf(request) is { } known ? (victim, known) : null;

    /// <returns>Null when it is no such item.</returns>
    public static (int Victim, VictimNews News)? Read(string? item) =>
        item?.Split('-') is [var number, var news]
        && NumberOf(number) is { } victim
        && Enum.GetValues<VictimNews>().Select(static one => (VictimNews?)one).FirstOrDefault(one => $"{one}" == news) is { } known
            ? (victim, known)
            : null;

    /// <returns>Null when it is no victim's number.</returns>
    public static int? NumberOf(string? item) =>
        int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
