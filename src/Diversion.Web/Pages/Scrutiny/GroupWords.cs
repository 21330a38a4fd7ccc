using Diversion.Casework.Programmes;
using Diversion.Domain;

namespace Diversion.Web.Pages.Scrutiny;

/// <summary>What was decided, and about which group of offences.</summary>
internal static class GroupWords
{
    public static string Of(string group, Rulebook rulebook)
    {
        var comma = group.IndexOf(',', StringComparison.Ordinal);
        var words = comma < 0 ? group : $"{group[..comma]}, {rulebook.Schemes.Vocabulary.OffenceGroups.NameOf(group[(comma + 1)..].Trim()).ToLowerInvariant()}";
        return Words.Sentence(words);
    }
}
