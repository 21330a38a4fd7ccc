using Diversion.Casework.Answers;
using Diversion.Casework.OffenceCodes;
using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Enrol;

/// <summary>What was typed to find an offence in the force's table, and what was found.</summary>
public sealed class OffenceFinder
{
    /// <summary>A code, a classification or words.</summary>
    public string? Words { get; set; }

    /// <summary>The code that was chosen among those found.</summary>
    public string? Chosen { get; set; }

    /// <summary>Null when nothing was looked for.</summary>
    public IReadOnlyList<Choice>? Found { get; private set; }

    /// <summary>The description of the offence that the fields were just filled in from.</summary>
    public string? FilledIn { get; private set; }

    public bool IsAsked => !string.IsNullOrWhiteSpace(Words) || IsChosen;

    public bool IsChosen => !string.IsNullOrWhiteSpace(Chosen);

    /// <summary>Fills the form in from the one offence that is meant; otherwise lists those that may be.</summary>
    public async Task Fill(OffenceForm form, OffenceCodesQuery codes, Actor by, CancellationToken cancellation)
    {
        var text = IsChosen ? Chosen! : Words ?? "";
        var found = await codes.Search(text, by, cancellation) is Reply<IReadOnlyList<OffenceCode>>.Given { Value: var all } ? all : [];
        if (found is not [var meant])
        {
            Found = [.. found.Select(one => new Choice(one.Code, one.Description, $"{one.Code}{(one.Classification is { } classification ? $", {classification}" : "")}"))];
            return;
        }

        form.Description = meant.Description;
        form.Group = meant.Group;
        form.Class = $"{meant.Class}";
        form.Classification = meant.Classification;
        form.LocalCode = meant.Code;
        (Words, Chosen, FilledIn) = (null, null, meant.Description);
    }
}
