using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Analysis;

/// <summary>What became of the person, from the agreement to the row of evaluation.</summary>
internal static class FollowUpFacts
{
    public static Evaluation.Rows.FollowUp Of(AgreementState state) => state.FollowUp == FollowUpState.None ? new() : new(state.FollowUp.SearchedUntil)
    {
        Reoffences = [.. state.FollowUp.Reoffences.Select(one => new Evaluation.Rows.Reoffence(one.OffenceOn, one.OutcomeOn, Of(one.Outcome), one.Classification, one.Group))],
        InCustody = [.. state.FollowUp.InCustody.Select(time => new Custody(time.From, time.Until))],
        Left = state.FollowUp.Left is { } left ? new Evaluation.Rows.Departure(left.On, left.Cause == DepartureCause.Died ? "died" : "moved abroad") : null,
    };

    private static Evaluation.Rows.ReoffenceOutcome Of(Domain.FollowUp.ReoffenceOutcome outcome) => outcome switch
    {
        Domain.FollowUp.ReoffenceOutcome.Open => Evaluation.Rows.ReoffenceOutcome.Open,
        Domain.FollowUp.ReoffenceOutcome.Conviction => Evaluation.Rows.ReoffenceOutcome.Conviction,
        Domain.FollowUp.ReoffenceOutcome.Caution => Evaluation.Rows.ReoffenceOutcome.Caution,
        Domain.FollowUp.ReoffenceOutcome.Outcome22 => Evaluation.Rows.ReoffenceOutcome.Outcome22,
        Domain.FollowUp.ReoffenceOutcome.CommunityResolution => Evaluation.Rows.ReoffenceOutcome.CommunityResolution,
        Domain.FollowUp.ReoffenceOutcome.NotProven => Evaluation.Rows.ReoffenceOutcome.NotProven,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };
}
