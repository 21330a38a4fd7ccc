using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Term;

/// <summary>
/// A new numbered version of the agreement. Nothing is overwritten: removed conditions are closed, added ones are opened.
/// </summary>
internal static class Variation
{
    public static Refusal? Apply(
        DecisionContext context, ImmutableArray<ConditionTerms> add, ImmutableArray<string> remove, bool participantAgreed)
    {
        if (Check(context, add, remove, participantAgreed) is { } refused)
        {
            return refused;
        }

        remove = remove.IsDefault ? [] : [.. remove.Distinct()];
        foreach (var id in remove)
        {
            ConditionOutcomes.Close(context, context.State.Condition<Condition>(id), new ConditionEvent.ConditionWaived(id, context.Now));
        }

        var added = ConditionSet.Open(context, add.IsDefault ? [] : add, context.Today);
        Renew(context, added, remove);
        return null;
    }

    /// <summary>The agreement has a new version from here on.</summary>
    public static void Renew(DecisionContext context, ImmutableArray<string> added, ImmutableArray<string> removed)
    {
        var version = context.State.Term!.Version + 1;
        context.Raise(new TermEvent.AgreementVaried(version, added, removed, PersonAgreed.Of(context)));
        PersonObligations.Tell(context, NewsKind.Variation, version);
    }

    /// <summary>Whether these may be added and those removed.</summary>
    public static Refusal? Check(
        DecisionContext context, ImmutableArray<ConditionTerms> add, ImmutableArray<string> remove, bool participantAgreed)
    {
        add = add.IsDefault ? [] : add;
        remove = remove.IsDefault ? [] : remove;
        if (add.IsEmpty && remove.IsEmpty)
        {
            return new Refusal.Invalid(RefusalCode.NothingToVary, "Say which condition is added or removed.");
        }

        if (PersonAgreed.Check(context, participantAgreed, "A variation") is { } notAgreed)
        {
            return notAgreed;
        }

        foreach (var id in remove)
        {
            if (Removable(context.State, id) is { } refused)
            {
                return refused;
            }
        }

        return Fits(context.State, context.Scheme, context.Now, add, remove);
    }

    public static Refusal? Substitute(DecisionContext context, string id, ConditionTerms replacement, bool participantAgreed)
    {
        if (PersonAgreed.Check(context, participantAgreed, "A substitution") is { } notAgreed)
        {
            return notAgreed;
        }

        if (Removable(context.State, id) is { } refused)
        {
            return refused;
        }

        if (Fits(context.State, context.Scheme, context.Now, [replacement], [id]) is { } unfit)
        {
            return unfit;
        }

        var successor = ConditionKinds.NextId(context.State, replacement.Kind);
        ConditionOutcomes.Close(context, context.State.Condition<Condition>(id), new ConditionEvent.ConditionSubstituted(id, successor, context.Now));
        var added = ConditionSet.Open(context, [replacement], context.Today);
        Renew(context, added, [id]);
        return null;
    }

    /// <summary>Whether the event belongs to a decision that removes these conditions and adds others.</summary>
    public static bool IsPart(AgreementEvent happened, ImmutableArray<string> remove) => happened switch
    {
        TermEvent.AgreementVaried => true,
        ConditionEvent.ConditionWaived e => !remove.IsDefault && remove.Contains(e.ConditionId),
        _ => false,
    };

    /// <summary>A condition that is open, or failed and not yet waived; never the mandatory one.</summary>
    public static Refusal? Removable(AgreementState state, string id)
    {
        if (state.ConditionOrNull(id) is not { } condition)
        {
            return new Refusal.Unknown(RefusalCode.ConditionUnknown, "There is no such condition in this agreement.");
        }

        if (ConditionKinds.IsMandatory(condition.Kind))
        {
            return new Refusal.RuleForbids(RefusalCode.ConditionMandatory, "No reoffending is mandatory and cannot be removed.");
        }

        return condition.IsOpen || condition.Status == ConditionStatus.Failed
            ? null
            : new Refusal.WrongState(RefusalCode.ConditionClosed, $"The condition {id} is closed ({Words.Of(condition.Status)}); nothing was changed.");
    }

    /// <summary>Whether the terms may be combined with the conditions that stay.</summary>
    public static Refusal? Fits(
        AgreementState state, SchemeRules scheme, Instant now, ImmutableArray<ConditionTerms> add, ImmutableArray<string> remove)
    {
        // A condition that nobody can carry out any more would only keep the agreement from ending.
        if (!add.IsEmpty && now >= state.Term!.EndsAt)
        {
            return new Refusal.WrongState(
                RefusalCode.TermOver, $"The term ended on {Words.Date(state.Term.LastDay)}; nothing can be added to it. Extend it first, or waive the condition.");
        }

        // A removed condition frees its place; a kept one still counts towards the limit.
        var staying = state.Conditions
            .Where(condition => condition.Status is not (ConditionStatus.Waived or ConditionStatus.Substituted) && !remove.Contains(condition.Id))
            .ToArray();
        if (staying.Length + add.Length > scheme.Conditions.Most)
        {
            return new Refusal.RuleForbids(
                RefusalCode.TooManyConditions,
                $"That makes {staying.Length + add.Length} conditions: at most {scheme.Conditions.Most}, so that nobody is up-tariffed.");
        }

        foreach (var term in add)
        {
            var most = ConditionKinds.RulesOf(term.Kind).Most(scheme);
            if (staying.Count(condition => condition.Kind == term.Kind) + add.Count(other => other.Kind == term.Kind) > most)
            {
                return new Refusal.RuleForbids(RefusalCode.ConditionRepeated, $"The agreement has {Words.Of(term.Kind)} already: at most {most} at a time.");
            }
        }

        var needs = staying.Select(condition => condition.ForNeed).Concat(add.Select(term => term.ForNeed));
        return ConditionSet.CheckNeeds(needs) ?? ConditionSet.CheckEach(add, state, scheme)
            ?? (add.IsEmpty ? null : ConditionSet.CheckDates(add, Time.WorkingCalendar.DateOf(now), state.Term!.LastDay));
    }
}
