using Diversion.Casework;
using Diversion.Casework.Actions;
using Diversion.Casework.Conditions;
using Diversion.Casework.Record;
using Diversion.Casework.Services;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Conditions;

/// <summary>The conditions to choose from, with fields for their details.</summary>
/// <param name="Choices">In the present state.</param>
/// <param name="Roomiest">With everything removed that can be; the same if nothing can.</param>
public sealed record ConditionsPanel(
    string Question,
    ConditionsForm Form,
    DraftLimits Limits,
    IReadOnlyList<ConditionChoiceView> Choices,
    IReadOnlyList<ConditionChoiceView> Roomiest,
    StaffDirectory Staff)
{
    private static readonly ConditionKind[] Kinds =
    [
        .. ConditionDescriptors.All.OrderByDescending(kind => kind.IsUsual).Select(kind => kind.Kind).Where(kind => !ConditionKinds.IsMandatory(kind)),
    ];

    public string? Hint { get; private init; }

    /// <summary>Exactly one is chosen.</summary>
    public bool IsOne { get; private init; }

    public bool HasSecondPathway { get; private init; }

    /// <summary>The victims of the case by number, for what is for one of them.</summary>
    public IReadOnlyList<Choice> Victims { get; init; } = [];

    /// <summary>Work for a victim is refused where restorative justice is: without a victim, and in a child-protection case.</summary>
    public bool MayWorkForVictim => Victims.Count > 0 && Against(Roomiest, ConditionKind.Apology) is null;

    public static IReadOnlyList<Choice> VictimsOf(AgreementView agreement) =>
        [.. (agreement.Victims ?? []).Select(victim => new Choice($"{victim.Number}", victim.Details.Name ?? $"Victim {victim.Number}"))];

    /// <summary>Needs recorded for the person: they come first. Null if needs play no part in the choice.</summary>
    public IReadOnlyList<PathwayKind>? Recorded { get; private init; }

    public static string Field => $"{nameof(Form)}.{nameof(ConditionsForm.Chosen)}";

    public static ConditionsPanel ForOffer(ConditionsForm form, OfferChoices choices, StaffDirectory staff) =>
        new("Conditions", form, choices.Limits, choices.Conditions, choices.Conditions, staff)
        {
            Hint = "No reoffending is always one of them. Choose the others.",
            HasSecondPathway = choices.Limits.MostPathways > 1,
            Recorded = choices.Needs,
            Services = choices.Services,
        };

    public static ConditionsPanel ForVariation(ConditionsForm form, VariationChoices choices, VariationChoices roomiest, StaffDirectory staff, bool isOne) =>
        new(isOne ? "Which condition replaces it?" : "Add conditions", form, choices.Limits, choices.Conditions, roomiest.Conditions, staff) { IsOne = isOne, Services = choices.Services };

    public IReadOnlyList<ConditionChoiceItem> Items
    {
        get
        {
            // The error summary links to the first one that can be chosen.
            var first = Kinds.Where(kind => Against(Roomiest, kind) is null).Cast<ConditionKind?>().FirstOrDefault();
            return [.. Kinds.Select(kind => Item(kind, kind == first ? FieldIds.Of(Field) : kind.Slug))];
        }
    }

    /// <summary>The kinds that one press chooses: those with usual terms that are possible, as many as the scheme allows.</summary>
    public IReadOnlyList<ConditionKind> AtOnce =>
        [.. Kinds.Where(kind => ConditionDescriptors.Of(kind).HasUsualTerms && Against(Choices, kind) is null).Take(Limits.Most - 1)];

    public string AtOnceText => $"Choose {AtOnce.Count} with their usual terms";

    public IReadOnlyList<Choice> Facilitators => [.. Staff.Facilitators.Select(one => new Choice(one.Id, one.Name))];

    public IReadOnlyList<Choice> Courses => [.. Limits.Courses.Select(course => new Choice(course.Id, $"{course.Title}, {course.Sessions} {(course.Sessions == 1 ? "session" : "sessions")}"))];

    public IReadOnlyList<Choice> Providers => [.. Staff.Providers.Select(name => new Choice(name, name))];

    /// <summary>Who can carry out a pathway: services that fit the person, nearest first; organisations; and the services that do not fit, with why.</summary>
    public IReadOnlyList<Choice> PathwayProviders =>
    [
        .. Services.Where(one => one.Against is null).Select(one => new Choice(ConditionsForm.ServiceValue(one.Id), one.Text)),
        .. Staff.Providers.Select(name => new Choice(name, Services.Count == 0 ? name : $"{name}, without one of its services")),
        .. Services.Where(one => one.Against is not null).Select(one => new Choice(ConditionsForm.ServiceValue(one.Id), $"{one.Name}, {one.Organisation}: {one.Against}", Disabled: true)),
    ];

    /// <summary>Services of the directory for this person; empty without a directory.</summary>
    public IReadOnlyList<ServiceChoice> Services { get; init; } = [];

    public string? ProvidersHint => Services.Count == 0
        ? StaffWording.Nobody(Providers, "providers")
        : "Services that fit this person come first, the nearest at the top. Those that do not fit are at the end, with why.";

    public IReadOnlyList<Choice> Needs =>
    [
        .. Roomiest.Where(choice => choice is { Need: not null, Against: null })
            .OrderBy(choice => Recorded?.Contains(choice.Need!.Value) != true)
            .Select(choice => new Choice($"{choice.Need}", Labels.Sentence(Words.Of(choice.Need!.Value)))),
    ];

    public string? NeedsHint => Recorded switch
    {
        null => null,
        [] => "No needs are recorded for the person yet.",
        var needs => $"Recorded needs: {string.Join(", ", needs.Select(Words.Of))}.",
    };

    private ConditionChoiceItem Item(ConditionKind kind, string id)
    {
        var against = Against(Roomiest, kind);
        return new ConditionChoiceItem(
            kind,
            id,
            Labels.Sentence(ConditionDescriptors.Of(kind).ChoiceName),
            Against(Choices, kind) is { } later ? $"Only if another condition is removed. {later}" : ConditionDescriptors.Of(kind).Hint,
            ConditionsForm.Asks(kind) && against is null,
            Form.Has(kind) && against is null,
            against);
    }

    private static string? Against(IReadOnlyList<ConditionChoiceView> choices, ConditionKind kind)
    {
        var ofKind = choices.Where(choice => choice.Kind == kind).ToArray();
        return ofKind.Any(choice => choice.Against is null) ? null : ofKind.FirstOrDefault()?.Against ?? "The scheme does not have it.";
    }
}
