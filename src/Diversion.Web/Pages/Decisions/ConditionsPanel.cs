using Diversion.Casework;
using Diversion.Casework.Queries;
using Diversion.Domain;
using Diversion.Domain.Conditions;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Enrol;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Decisions;

/// <summary>The conditions that may come into a signed agreement, with their details to fill in.</summary>
/// <param name="Choices">As the agreement stands.</param>
/// <param name="Roomiest">With everything let go that can be.</param>
/// <param name="IsOne">Exactly one is chosen.</param>
public sealed record ConditionsPanel(ConditionsForm Form, VariationChoices Choices, VariationChoices Roomiest, StaffDirectory Staff, bool IsOne)
{
    private static readonly ConditionKind[] Kinds =
    [
        ConditionKind.Supervision, ConditionKind.RestorativeJustice, ConditionKind.Reparation, ConditionKind.TagMonitoring, ConditionKind.Pathway,
    ];

    public string Field => $"{nameof(Form)}.{nameof(Form.Chosen)}";

    public IEnumerable<ConditionChoiceItem> Items => Kinds.Select(kind => new ConditionChoiceItem(
        kind,
        kind == Kinds[0] ? FieldIds.Of(Field) : Words.Of(kind).Replace(' ', '-'),
        Labels.Sentence(kind == ConditionKind.Supervision ? "supervision meetings" : Words.Of(kind)),
        Against(Choices, kind) is { } later ? $"Only when another condition goes. {later}" : ConditionHints.Of(kind),
        kind != ConditionKind.Supervision && Against(Roomiest, kind) is null,
        Form.Has(kind),
        Against(Roomiest, kind)));

    public IReadOnlyList<Choice> Facilitators => [.. Staff.Facilitators.Select(one => new Choice(one.Id, one.Name))];

    public IReadOnlyList<Choice> Providers => [.. Staff.Providers.Select(name => new Choice(name, name))];

    public IReadOnlyList<Choice> Needs =>
    [
        .. Roomiest.Conditions.Where(choice => choice is { Need: not null, Against: null })
            .Select(choice => new Choice($"{choice.Need}", Labels.Sentence(Words.Of(choice.Need!.Value)))),
    ];

    private static string? Against(VariationChoices choices, ConditionKind kind)
    {
        var ofKind = choices.Conditions.Where(choice => choice.Kind == kind).ToArray();
        return ofKind.Any(choice => choice.Against is null) ? null : ofKind.FirstOrDefault()?.Against ?? "The scheme does not have it.";
    }
}
