using Diversion.Casework.Eligibility;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The offence groups of the vocabulary, and the case's own if it is not among them.</summary>
internal static class OffenceGroups
{
    public static IReadOnlyList<Choice> Choices(ReferralChoices choices, string? chosen)
    {
        var known = choices.OffenceGroups
            .Select(group => new Choice(group.Code, choices.ExcludedGroups.Contains(group.Code) ? $"{group.Name} (excluded by the scheme)" : group.Name))
            .OrderBy(choice => choice.Text, StringComparer.Ordinal)
            .ToList();
        if (!string.IsNullOrEmpty(chosen) && known.All(choice => choice.Value != chosen))
        {
            known.Add(new Choice(chosen, InWords(chosen)));
        }

        return known;
    }

    public static string InWords(string group) => Labels.Sentence(group.Replace('-', ' '));
}
