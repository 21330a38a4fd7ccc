using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Conditions.RestorativeJustice;

/// <summary>Which victim takes part, and whether they want to.</summary>
internal static class TakingPart
{
    /// <param name="number">Null for the only victim.</param>
    public static Refusal? Check(int? number, VictimsState victims) => victims.All switch
    {
        [] => new Refusal.RuleForbids(RefusalCode.VictimNone, "Restorative justice needs a victim. Record the victim, or choose another condition."),
        _ when victims.Find(number) is not null => null,
        _ when number is null => new Refusal.Invalid(RefusalCode.VictimUnknown, $"The case has {victims.All.Length} victims. Say with which of them restorative justice is (victim)."),
        _ => new Refusal.Unknown(RefusalCode.VictimUnknown, "The case has no victim of that number to take part in restorative justice. See the victims on the case."),
    };

    /// <summary>
    /// The victim told the police that they want, or do not want, restorative justice. Nothing continues against their
    /// wish, and the facilitator or key worker records their answer again.
    /// </summary>
    public static void TakeWish(DecisionContext context, int victim, bool wants)
    {
        foreach (var condition in context.State.Conditions.OfType<RestorativeJusticeCondition>().Where(own => own.Victim == victim && own.IsOpen && own.HeldOn is null))
        {
            if (wants == (condition.NewWish ?? condition.VictimTakesPart ?? true) || ChildProtection.Check(context.State) is not null)
            {
                continue;
            }

            var isAsked = condition.VictimTakesPart is { } answer && answer != wants && !context.State.HasObligation(RestorativeJusticeConditionRules.AnswerId(condition.Id));
            context.Raise(new RestorativeJusticeEvent.VictimChangedMind(
                condition.Id,
                wants,
                isAsked ? context.InWorkingDays(RuleIds.RestorativeAnswer, context.Scheme.RestorativeJustice.VictimAnswerWorkingDays) : null));
        }
    }
}
