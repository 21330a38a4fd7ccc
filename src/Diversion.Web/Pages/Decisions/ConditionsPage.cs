using System.Collections.Immutable;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Conditions;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Decisions;

/// <summary>An action that removes conditions from a signed agreement and adds others.</summary>
public abstract class ConditionsPage(ChoicesQuery query, Rulebook rulebook) : ChangePage
{
    private VariationChoices? choices;
    private ConditionsPanel? panel;

    /// <summary>Ids of the conditions to remove.</summary>
    [BindProperty]
    public List<string> Remove { get; set; } = [];

    [BindProperty]
    public ConditionsForm Form { get; set; } = new();

    /// <summary>Conditions can still be changed; known before the page is shown, unlike <see cref="Panel"/>.</summary>
    protected bool IsChangeable => panel is not null;

    /// <summary>Null when nothing can be changed any more.</summary>
    public ConditionsPanel? Panel => panel is null ? null : panel with { Victims = ConditionsPanel.VictimsOf(Agreement) };

    public IReadOnlyList<Choice> LetGo => [.. choices?.LetGo.Select(one => new Choice(one.Id, Labels.Sentence(one.Title), one.Against, one.Against is not null)) ?? []];

    /// <summary>One condition is added for one that is removed.</summary>
    protected virtual bool IsOne => false;

    protected ImmutableArray<string> Removed => [.. Remove];

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other)
        {
            return other;
        }

        await Choose();
        return null;
    }

    /// <summary>Reads which conditions are added; to be called before the command is made.</summary>
    protected async Task<ImmutableArray<ConditionTerms>> ReadAdded()
    {
        await Choose();

        // Without choices the agreement is no longer active: the command's refusal says so better than any field.
        return panel is null || Form.Chosen.Count == 0
            ? []
            : [.. Form.Terms(Read, panel.Limits, rulebook.Programme.Staff, choices!.Services).Where(one => !ConditionKinds.IsMandatory(one.Kind))];
    }

    protected static string? FieldOf(string code) => code switch
    {
        RefusalCode.NothingToVary or RefusalCode.ConditionMandatory or RefusalCode.ConditionClosed => nameof(Remove),
        RefusalCode.TooManyConditions or RefusalCode.ConditionRepeated => ConditionsPanel.Field,
        RefusalCode.VictimUnknown => $"{nameof(Form)}.{nameof(Form.RestorativeVictim)}",
        _ => AgreementFieldOf(code),
    };

    /// <summary>What could be removed alone, as examples of what a change leads to.</summary>
    protected IEnumerable<LetGoView> Removable => choices?.LetGo.Where(one => one.Against is null) ?? [];

    /// <summary>How far the term may be extended; null when the agreement is no longer active.</summary>
    protected async Task<ExtensionChoices?> ReadLimits() =>
        await query.ForExtension(Reference, By, Now, Cancellation) is Reply<ExtensionChoices>.Given { Value: var limits } ? limits : null;

    private async Task Choose()
    {
        if (panel is not null || await Choices(IsOne ? [Condition ?? ""] : []) is not { } now)
        {
            return;
        }

        // A condition that can be added only after another is removed is still shown: both can be done on the same page.
        var roomiest = IsOne ? now : await Choices([.. now.LetGo.Where(one => one.Against is null).Select(one => one.Id)]) ?? now;
        Form.Hours ??= $"{now.Limits.DefaultHours}";
        choices = now;
        panel = ConditionsPanel.ForVariation(Form, now, roomiest, rulebook.Programme.Staff, IsOne);
    }

    private async Task<VariationChoices?> Choices(ImmutableArray<string> remove) =>
        await query.ForVariation(Reference, By, Now, remove, Cancellation) is Reply<VariationChoices>.Given { Value: var choices } ? choices : null;
}
