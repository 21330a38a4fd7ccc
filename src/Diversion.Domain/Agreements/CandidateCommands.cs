using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Agreements;

/// <summary>
/// Candidate commands: well-formed commands for everything that somebody could want to do with an agreement in its present
/// state, several for one thing if it can be done in more than one way. Only the deciders say whether each may be done.
/// </summary>
internal static class CandidateCommands
{
    /// <summary>An id that nothing in an agreement has, for things that a candidate command would add.</summary>
    public const string NewId = "specimen";

    public static readonly StaffRef Somebody = new(NewId, "Somebody");

    public static IEnumerable<AgreementCommand> Of(AgreementState state, Actor by, Instant now, Func<AgreementCommand, RulesInForce> rulesOf)
    {
        IEnumerable<AgreementCommand>[] areas =
        [
            ReferralCandidates.Of(state, now, rulesOf),
            VictimCandidates.Of(state, rulesOf),
            OfferCandidates.Of(state, now),
            CustodyCandidates.Of(state, now),
            state.Conditions.SelectMany(condition => ConditionKinds.RulesOf(condition.Kind).Candidates(state, condition, now)),
            TermCandidates.Of(state, by, now),
            BreachCandidates.Of(state, now),
            TellingCandidates.Of(state, now),
            ComplaintCandidates.Of(state, now),
            DataRequestCandidates.Of(state, now),
            SupportCandidates.Of(state, now, rulesOf),
            ExitPlanCandidates.Of(state, now),
            VisitCandidates.Of(state, now),
            OwnPageCandidates.Of(state),
            DocumentCandidates.Of(state),
            TransferCandidates.Of(state, now),
            FollowUpCandidates.Of(state, now),
            KeepingCandidates.Of(state, now),
        ];
        return areas.SelectMany(static area => area);
    }
}
