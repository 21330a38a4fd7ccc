using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Trials;

/// <summary>The trial that allocates people now.</summary>
public sealed record OpenTrial(TrialId Id, TrialProtocol Protocol)
{
    /// <summary>Whether an offer in the case has to wait for the trial's arm.</summary>
    public bool Awaits(ReferralState referral, Vocabulary words, LocalDate day) =>
        Protocol.TakesOn(day) && referral.Allocation is null && referral.LeftOut?.Trial != Id.Value && !StratumFacts.IsOutside(Protocol, referral, words);
}
