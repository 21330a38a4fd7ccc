using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Analysis;

/// <summary>A case's place in the trial: the arm allocated, and apart from it the arm received.</summary>
internal static class TrialFacts
{
    public const string Programme = "programme";
    public const string Control = "control";

    /// <returns>Null when no arm was allocated, and for a later case of a person who was allocated in an earlier one: nobody is analysed twice.</returns>
    public static TrialPlace? Of(AgreementState state)
    {
        if (state.Referral.Allocation is not { FirstCase: null } place)
        {
            return null;
        }

        var received = ReceivedArm.Of(state);
        return new(
            CodeOf(place.Arm),
            WorkingCalendar.DateOf(place.At),
            place.Stratum,
            received is null ? null : new ArmReceived(CodeOf(received.Arm), received.On),
            received?.CrossoverReason)
        {
            Trial = place.Trial ?? "",
        };
    }

    private static string CodeOf(TrialArm arm) => arm == TrialArm.Control ? Control : Programme;
}
