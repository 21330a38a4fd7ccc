using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Term;

internal static class Ending
{
    /// <summary>An agreement whose term is over ends as soon as its last record is settled.</summary>
    public static void Follow(DecisionContext context)
    {
        if (context.State.Status == AgreementStatus.Concluding)
        {
            TryComplete(context);
        }
    }

    public static bool TryComplete(DecisionContext context)
    {
        if (!Unsettled(context.State).IsEmpty)
        {
            return false;
        }

        End(context, new TermEvent.AgreementCompleted(context.Now));
        return true;
    }

    /// <summary>
    /// What keeps the agreement from completing: open conditions, and obligations that do not continue after it. A contested
    /// warning does not, nor who supervises, nor what is planned for afterwards: whoever has kept everything does not wait for what no longer matters.
    /// </summary>
    public static ImmutableArray<string> Unsettled(AgreementState state) =>
    [
        .. state.Conditions.Where(condition => !condition.IsSatisfied).Select(condition => condition.Id),
        .. state.Obligations
            .Where(open => !open.AfterEnd && !NeverHoldsUp(open.Deadline.Rule) && state.ConditionOrNull(open.Track) is not { IsOpen: true })
            .Select(open => open.Id),
    ];

    private static bool NeverHoldsUp(string rule) => rule is
        RuleIds.WarningContest or RuleIds.ContactFails or RuleIds.TeamAnswer or RuleIds.CourtesyReview or RuleIds.ExitPlanBegun or RuleIds.ExitPlanAgreed or RuleIds.HandoverMeeting;

    /// <summary>
    /// A condition failed by the person, or one that is open through them (hours not worked, a tag's limit exceeded);
    /// everything else is for the service to settle.
    /// </summary>
    public static bool FallsToParticipant(AgreementState state, SchemeRules scheme) => state.Conditions.Any(condition =>
        condition is { Status: ConditionStatus.Failed, FailedBy: FailureCause.Participant }
        || (condition.IsOpen && ConditionKinds.RulesOf(condition.Kind).FallsToParticipant(condition, scheme)));

    /// <summary>Every ending goes through here, so that every tag is removed and every victim is told.</summary>
    public static void End(DecisionContext context, AgreementEvent ending)
    {
        context.Raise(ending);
        foreach (var condition in context.State.Conditions)
        {
            ConditionKinds.RulesOf(condition.Kind).Closed(context, condition);
        }

        VictimObligations.OnEnding(context);
        CaseOutcomes.Owe(context);
        switch (ending)
        {
            case TermEvent.AgreementCompleted:
                PersonObligations.Tell(context, NewsKind.Completion);
                ExitPlanDecider.OnCompletion(context);
                break;
            case TermEvent.AgreementDiscontinued { Cause: not DiscontinuationCause.Died }:
                PersonObligations.Tell(context, NewsKind.Discontinuation);
                break;
            default:
                break;
        }
    }
}
