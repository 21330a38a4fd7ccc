using Diversion.Casework.Search;

namespace Diversion.Web.Pages.Search;

/// <summary>The result of a search as text, and what to try next.</summary>
internal static class SearchWording
{
    public static string Count(SearchResult found) => found switch
    {
        { Hits.Count: 0 } => "No people found",
        { More: true } => $"First {found.Hits.Count} people found",
        { Hits.Count: 1 } => "1 person found",
        _ => $"{found.Hits.Count} people found",
    };

    public static string Advice(SearchResult found, IndexModel page) => (found, page) switch
    {
        ({ More: true, Hits.Count: 0 }, _) => "Too many people found. Enter more of the name, or the date of birth.",
        ({ More: true }, _) => "There may be more people. Enter more of the name, or the date of birth.",
        ({ Hits.Count: > 0 }, { AsksReason: true, Reason: null or "" }) => "Only your own and your team’s cases were searched. To search all cases, give a reason below.",
        ({ Hits.Count: > 0 }, _) => "If the person is not listed, enter more or less of the name.",
        (_, { IsPartner: true }) => "Check the spelling, or enter only the beginning of the name. You can find a person once they are referred to you.",
        (_, { AsksReason: true, Reason: null or "" }) => "Only your own and your team’s cases were searched. Check the spelling, or give a reason below to search all cases.",
        _ => "Check the spelling, enter only the beginning of the last name, or try the date of birth.",
    };
}
