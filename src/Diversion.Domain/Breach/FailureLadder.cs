using Diversion.Domain.Agreements;

namespace Diversion.Domain.Breach;

/// <summary>Unexcused failures count across conditions: a first warning, a final warning, a proposal.</summary>
internal static class FailureLadder
{
    public static void Follow(Unfolding unfolding)
    {
        while (Next(unfolding.State) is { } failure)
        {
            var standing = unfolding.State.Failures.Count(other => !other.Annulled && (other.Dealt || other.Id == failure.Id));
            var rules = unfolding.Scheme.Breach;
            if (standing >= rules.ProposeAt)
            {
                // Already under review: the lead sees this failure with the others.
                if (unfolding.State.Status != AgreementStatus.BreachReview)
                {
                    Proposal.Raise(unfolding, BreachCause.UnexcusedFailures);
                }

                return;
            }

            // Below the first step a failure is only kept; a warning of nothing would be noise.
            if (standing < rules.FirstWarningAt)
            {
                return;
            }

            var level = standing >= rules.FinalWarningAt ? WarningLevel.Final : WarningLevel.First;
            unfolding.Raise(new BreachEvent.WarningIssued(unfolding.State.Warnings.Length + 1, level, failure.Id, unfolding.Now));
        }
    }

    private static Failure? Next(AgreementState state)
    {
        foreach (var failure in state.Failures)
        {
            if (!failure.Dealt && !failure.Annulled)
            {
                return failure;
            }
        }

        return null;
    }
}
