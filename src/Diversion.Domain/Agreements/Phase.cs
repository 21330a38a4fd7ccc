using Diversion.Domain.Conditions;

namespace Diversion.Domain.Agreements;

/// <summary>The status of a track, in words for the operators of the system; nothing about the person.</summary>
public static class Phase
{
    /// <param name="track">A track's id.</param>
    public static string Of(AgreementState state, string track)
    {
        if (state.ConditionOrNull(track) is { } condition)
        {
            return ConditionKinds.RulesOf(condition.Kind).Phase(state, condition);
        }

        return track == Tracks.Setup && state.Status.IsRunning() ? OfSetup(state) : OfAgreement(state);
    }

    private static string OfSetup(AgreementState state) => IsArranged(state) ? "arranged" : "being arranged";

    private static string OfAgreement(AgreementState state) => state.Status switch
    {
        AgreementStatus.Referred => "referred, eligibility to be found",
        AgreementStatus.Eligible => "eligible, offer to be made",
        AgreementStatus.Offered => "offered, to be signed",
        AgreementStatus.Active => IsArranged(state) ? "being carried out" : "signed, being set up",
        AgreementStatus.BreachReview => "breach under review",
        AgreementStatus.Concluding => "concluding, records to be settled",
        _ => Words.Of(state.Status),
    };

    private static bool IsArranged(AgreementState state) =>
        state.Conditions.All(condition => condition.Status != ConditionStatus.SettingUp);
}
