using Diversion.Domain.Agreements;

namespace Diversion.Domain.Breach;

/// <summary>Unexcused failures count across conditions: a first warning, a final warning, a proposal.</summary>
internal static class FailureLadder
{
    public static void Follow(Unfolding unfolding)
    {
        var rules = unfolding.Scheme.Breach;
        while (Next(unfolding.State, rules.FirstWarningAt) is var (failure, standing))
        {
            if (standing >= rules.ProposeAt)
            {
                // Already under review: the lead sees this failure with the others.
                if (unfolding.State.Status != AgreementStatus.BreachReview)
                {
                    Proposal.Raise(unfolding, BreachCause.UnexcusedFailures);
                }

                return;
            }

            var level = standing >= rules.FinalWarningAt ? WarningLevel.Final : WarningLevel.First;
            unfolding.Raise(new BreachEvent.WarningIssued(unfolding.State.Warnings.Length + 1, level, failure.Id, unfolding.Now));
        }
    }

    /// <summary>The first failure that nothing has answered yet, and how many stand with it. Below the first step a failure is only kept.</summary>
    private static (Failure Failure, int Standing)? Next(AgreementState state, int firstWarningAt)
    {
        var standing = 0;
        foreach (var failure in state.Failures)
        {
            standing += failure.Annulled ? 0 : 1;
            if (!failure.Dealt && !failure.Annulled && standing >= firstWarningAt)
            {
                return (failure, standing);
            }
        }

        return null;
    }
}
