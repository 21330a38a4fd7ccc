using Diversion.Casework.Queries;

namespace Diversion.Web.Pages.Search;

/// <summary>What came of a search, and what to try next.</summary>
internal static class SearchWording
{
    public static string Count(SearchResult found) => found switch
    {
        { Hits.Count: 0 } => "Nobody was found",
        { More: true } => $"The first {found.Hits.Count} people found",
        { Hits.Count: 1 } => "1 person was found",
        _ => $"{found.Hits.Count} people were found",
    };

    public static string Advice(SearchResult found, IndexModel page) => (found, page) switch
    {
        ({ More: true, Hits.Count: 0 }, _) => "Too many names begin like that. Type more of the name, or the date of birth.",
        ({ More: true }, _) => "There may be more. Type more of the name, or the date of birth.",
        ({ Hits.Count: > 0 }, { AsksReason: true, Reason: null or "" }) => "Only your own and your team’s cases were searched. To search all, say why below.",
        ({ Hits.Count: > 0 }, _) => "Not the right person? Type more or less of the name.",
        (_, { IsPartner: true }) => "Check the spelling, or type only the beginning of the name. A referral is found here once it was made to you.",
        (_, { AsksReason: true, Reason: null or "" }) => "Only your own and your team’s cases were searched. Check the spelling, or say below why you search all cases.",
        _ => "Check the spelling, type only the beginning of the last name, or try the date of birth.",
    };
}
