using Diversion.Casework.Answers;
using Diversion.Casework.OffenceCodes;
using Diversion.Domain.OffenceCodes;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Pages.Enrol;

/// <summary>What was typed to find an offence in the force's table, and what was found.</summary>
public sealed class OffenceFinder
{
    private const string WordsField = $"Form.Finder.{nameof(Words)}";

    /// <summary>A code, a classification or words.</summary>
    public string? Words { get; set; }

    /// <summary>The words that the list was found with; a hidden field.</summary>
    public string? LookedFor { get; set; }

    /// <summary>Sent by the button beside the words alone.</summary>
    public string? Pressed { get; set; }

    /// <summary>The code that was chosen among those found.</summary>
    public string? Chosen { get; set; }

    /// <summary>Null when nothing was looked for.</summary>
    public IReadOnlyList<Choice>? Found { get; private set; }

    /// <summary>The description of the offence that the fields were just filled in from.</summary>
    public string? FilledIn { get; private set; }

    private bool IsNew => !string.IsNullOrWhiteSpace(Words) && Words.Trim() != LookedFor;

    /// <summary>
    /// Before anything is saved: what was typed to find an offence is looked for, and what is filled in from the table is
    /// shown, so that it replaces nothing unseen. New words count more than a choice among what the last ones found.
    /// </summary>
    /// <returns>The status with which the page is shown again; null when there is nothing to look for.</returns>
    public async Task<int?> LookUp(OffenceForm form, PortalPage page)
    {
        var chosen = IsNew || string.IsNullOrWhiteSpace(Chosen) ? null : Chosen;
        if (Pressed is null && !IsNew && chosen is null)
        {
            return null;
        }

        var text = chosen ?? Words;
        new FormReading(page.ModelState).Text(WordsField, text, "a code, a classification or a few words", OffenceCodesQuery.LongestText);
        if (!page.ModelState.IsValid)
        {
            return StatusCodes.Status422UnprocessableEntity;
        }

        await Fill(form, text!, page);
        page.ModelState.Clear();
        return StatusCodes.Status200OK;
    }

    /// <summary>Fills the form in from the one offence that is meant; otherwise lists those that may be.</summary>
    private async Task Fill(OffenceForm form, string text, PortalPage page)
    {
        var codes = page.HttpContext.RequestServices.GetRequiredService<OffenceCodesQuery>();
        var found = await codes.Search(text, page.By, page.HttpContext.RequestAborted) is Reply<IReadOnlyList<OffenceCode>>.Given { Value: var all } ? all : [];
        if (found is not [var meant])
        {
            (LookedFor, Chosen) = (Words?.Trim(), null);
            Found = [.. found.Select(one => new Choice(one.Code, one.Description, $"{one.Code}{(one.Classification is { } classification ? $", {classification}" : "")}"))];
            return;
        }

        form.Description = meant.Description;
        form.Group = meant.Group;
        form.Class = $"{meant.Class}";
        form.Classification = meant.Classification;
        form.LocalCode = meant.Code;
        (Words, LookedFor, Chosen, FilledIn) = (null, null, null, meant.Description);
    }
}
