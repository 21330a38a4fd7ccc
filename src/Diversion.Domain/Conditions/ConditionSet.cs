using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions;

/// <summary>Few conditions, none twice: diversion must not up-tariff a person.</summary>
internal static class ConditionSet
{
    /// <summary>Whether these terms may be combined.</summary>
    public static Refusal? Check(IReadOnlyCollection<ConditionTerms> terms, AgreementState state, SchemeRules scheme)
    {
        if (!terms.Any(term => ConditionKinds.IsMandatory(term.Kind)))
        {
            return new Refusal.RuleForbids(RefusalCode.ConditionMissing, "No reoffending is mandatory. Add it to the conditions.");
        }

        if (terms.Count > scheme.Conditions.Most)
        {
            return new Refusal.RuleForbids(
                RefusalCode.TooManyConditions,
                $"{terms.Count} conditions are too many: at most {scheme.Conditions.Most}, so that nobody is up-tariffed. Leave some out.");
        }

        foreach (var kind in terms.GroupBy(term => term.Kind))
        {
            var most = ConditionKinds.RulesOf(kind.Key).Most(scheme);
            if (kind.Count() > most)
            {
                return new Refusal.RuleForbids(
                    RefusalCode.ConditionRepeated,
                    $"{kind.Count()} conditions of the kind {Words.Of(kind.Key)}: at most {most}.");
            }
        }

        return CheckNeeds(terms.Select(term => term.ForNeed)) ?? CheckEach(terms, state, scheme);
    }

    /// <summary>Two pathways for the same need are one too many.</summary>
    public static Refusal? CheckNeeds(IEnumerable<PathwayKind?> needs)
    {
        var met = new HashSet<PathwayKind>();
        foreach (var need in needs.OfType<PathwayKind>())
        {
            if (!met.Add(need))
            {
                return new Refusal.RuleForbids(RefusalCode.ConditionRepeated, $"There are two pathways for {Words.Of(need)}: one for each need.");
            }
        }

        return null;
    }

    /// <summary>Opens a condition for each of the terms.</summary>
    /// <param name="from">The day from which set-up deadlines are counted: the day on the signed paper, or of the variation.</param>
    public static ImmutableArray<string> Open(DecisionContext context, IEnumerable<ConditionTerms> terms, LocalDate from)
    {
        var opened = ImmutableArray.CreateBuilder<string>();
        foreach (var term in terms)
        {
            var id = ConditionKinds.NextId(context.State, term.Kind);
            ConditionKinds.RulesOf(term.Kind).Open(context, id, term, from);
            opened.Add(id);
        }

        return opened.ToImmutable();
    }

    /// <summary>The terms of an offer, with the victim who goes without saying now and may not when they are signed.</summary>
    public static ImmutableArray<ConditionTerms> WithOnlyVictim(ImmutableArray<ConditionTerms> terms, AgreementState state) =>
        [.. terms.Select(term => ConditionKinds.RulesOf(term.Kind).WithOnlyVictim(term, state))];

    public static ImmutableArray<ConditionTerms> Kept(ImmutableArray<ConditionTerms> terms, StaffDirectory staff) =>
        terms.IsDefault ? terms : [.. terms.Select(term => Kept(term, staff)!)];

    public static ConditionTerms? Kept(ConditionTerms? terms, StaffDirectory staff) =>
        terms is null ? null : ConditionKinds.RulesOf(terms.Kind).Kept(terms, staff);

    public static Refusal? Unlisted(ImmutableArray<ConditionTerms> terms, StaffDirectory staff) =>
        terms.IsDefault ? null : terms.Select(term => Unlisted(term, staff)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Unlisted(ConditionTerms? terms, StaffDirectory staff) =>
        terms is null ? null : ConditionKinds.RulesOf(terms.Kind).Unlisted(terms, staff);

    public static void Inspect(ImmutableArray<ConditionTerms> terms, TextInspection texts)
    {
        foreach (var term in terms.IsDefault ? [] : terms)
        {
            if (term is null)
            {
                texts.Line("conditions", null, required: true);
                return;
            }

            ConditionKinds.RulesOf(term.Kind).InspectTerms(term, texts);
        }
    }

    /// <param name="from">The day of the signing or the variation.</param>
    /// <param name="lastDay">Of the term.</param>
    public static Refusal? CheckDates(IEnumerable<ConditionTerms> terms, LocalDate from, LocalDate lastDay) =>
        terms.Select(term => ConditionKinds.RulesOf(term.Kind).CheckDates(term, from, lastDay)).FirstOrDefault(refusal => refusal is not null);

    public static Refusal? CheckEach(IEnumerable<ConditionTerms> terms, AgreementState state, SchemeRules scheme)
    {
        foreach (var term in terms)
        {
            if (ConditionKinds.RulesOf(term.Kind).CheckTerms(term, state, scheme) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }
}
