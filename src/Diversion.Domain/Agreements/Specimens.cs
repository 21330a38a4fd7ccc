using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Agreements;

/// <summary>
/// Well-formed commands for whatever somebody could want to do with an agreement as it stands, several for one thing
/// where it can be done in more than one way. Whether each may be done is for the deciders alone.
/// </summary>
internal static class Specimens
{
    /// <summary>An id that nothing in an agreement has, for what a specimen would bring in.</summary>
    public const string NewId = "specimen";

    public static readonly StaffRef Somebody = new(NewId, "Somebody");

    public static IEnumerable<AgreementCommand> Of(AgreementState state, Actor by, Instant now, Func<AgreementCommand, Ground> groundOf)
    {
        IEnumerable<AgreementCommand>[] areas =
        [
            ReferralSpecimens.Of(state, now, groundOf),
            VictimSpecimens.Of(state),
            OfferSpecimens.Of(state, now),
            CustodySpecimens.Of(state, now),
            state.Conditions.SelectMany(condition => ConditionKinds.RulesOf(condition.Kind).Attempts(state, condition, now)),
            TermSpecimens.Of(state, by, now),
            BreachSpecimens.Of(state, now),
            TellingSpecimens.Of(state, now),
        ];
        return areas.SelectMany(static area => area);
    }
}
