using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The kinds of offence to choose from: common ones, those that the scheme shuts out, and whatever the case has.</summary>
internal static class OffenceGroups
{
    /// <summary>No rule goes by these; they keep the figures comparable.</summary>
    private static readonly string[] Common =
    [
        "theft", "criminal-damage", "common-assault", "assault", "public-order", "drugs-possession", "fraud", "burglary", "vehicle-crime",
        "harassment", "other",
    ];

    public static IReadOnlyList<Choice> Choices(IReadOnlyList<string> excluded, string? chosen)
    {
        var known = Common.Except(excluded, StringComparer.OrdinalIgnoreCase).Select(group => new Choice(group, InWords(group)))
            .Concat(excluded.Select(group => new Choice(group, $"{InWords(group)} (excluded by the scheme)")))
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
