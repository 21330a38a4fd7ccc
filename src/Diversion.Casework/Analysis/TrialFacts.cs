using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using Diversion.Evaluation.Rows;
using NodaTime;

namespace Diversion.Casework.Analysis;

/// <summary>A case's place in the trial: the arm allocated, and apart from it the arm received.</summary>
internal static class TrialFacts
{
    public const string Programme = "programme";
    public const string Control = "control";

    /// <returns>Null when no arm was allocated.</returns>
    public static TrialPlace? Of(AgreementState state)
    {
        if (state.Referral.Arm is not { } arm)
        {
            return null;
        }

        var allocated = arm == TrialArm.Control ? Control : Programme;
        var received = Received(state);
        return new(
            allocated,
            WorkingCalendar.DateOf(state.Referral.ArmAllocatedAt ?? state.Referral.ReferredAt),
            state.Referral.Stratum ?? "",
            received,
            received is not null && received.Arm != allocated ? Why(state) : null);
    }

    /// <summary>The programme from the signing; usual processing once it is known what happened to the case, or that there was no agreement.</summary>
    private static ArmReceived? Received(AgreementState state) =>
        state.Term is { } term ? new(Programme, term.SignedOn)
        : state.CaseOutcome is { } outcome ? new(Control, outcome.On)
        : state.Status is AgreementStatus.Declined or AgreementStatus.Lapsed or AgreementStatus.NotEligible or AgreementStatus.Discontinued
            ? new(Control, WorkingCalendar.DateOf(state.EndedAt ?? Instant.MinValue))
        : null;

    private static string Why(AgreementState state) => state.Status switch
    {
        AgreementStatus.Declined => "declined the offer",
        AgreementStatus.Lapsed => "let the offer lapse",
        AgreementStatus.NotEligible => "found not eligible afterwards",
        AgreementStatus.Discontinued => "discontinued before signing",
        _ => "signed although usual processing was allocated",
    };
}
