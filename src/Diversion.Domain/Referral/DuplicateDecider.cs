using Diversion.Domain.Agreements;

namespace Diversion.Domain.Referral;

/// <summary>
/// Nobody goes on with a case that may be of somebody who has one already, unless they say why. The reason given at the
/// referral is a clerk's: at the approval a sergeant gives one, and a second agreement that would run beside another needs
/// a sergeant whichever way it comes about.
/// </summary>
internal static class DuplicateDecider
{
    /// <returns>Null when there is none that was not seen yet, or a reason to go on is given.</returns>
    public static Refusal? Check(Unfolding unfolding, string? reason, DuplicateStage stage)
    {
        var open = Open(unfolding, stage);
        if (open.IsEmpty)
        {
            return null;
        }

        var running = open.Where(other => other.Runs).ToArray();
        if (stage == DuplicateStage.Signing && running.Length > 0 && unfolding.Command.By.Role != Role.Sergeant)
        {
            return new Refusal.NotPermitted(
                RefusalCode.SecondAgreement,
                $"This person may have an agreement that is running already: {References(running)}. A second one needs a sergeant: ask a sergeant to look at both and to record the signing.");
        }

        return string.IsNullOrWhiteSpace(reason)
            ? new Refusal.RuleForbids(
                RefusalCode.PossibleDuplicate,
                $"This person may have a case already: {References(open)}. Open it and compare. To go on, give a reason (duplicateReason). It is kept with the case.")
            : null;
    }

    /// <summary>Keeps with which other cases in sight it went on.</summary>
    public static void Record(Unfolding unfolding, string? reason, DuplicateStage stage)
    {
        var open = Open(unfolding, stage);
        if (!open.IsEmpty && !string.IsNullOrWhiteSpace(reason))
        {
            unfolding.Raise(new ReferralEvent.PossibleDuplicatesSeen(open, reason.Trim(), stage, unfolding.Command.By.Role == Role.Sergeant));
        }
    }

    private static ImmutableArray<PossibleDuplicate> Open(Unfolding unfolding, DuplicateStage stage) =>
    [
        .. unfolding.Duplicates.Where(other => unfolding.State?.Referral.SeenDuplicates.FirstOrDefault(seen => seen.Case.Agreement == other.Agreement) is not { } seen
            || !Settles(seen, other, stage)),
    ];

    private static bool Settles(SeenDuplicate seen, PossibleDuplicate other, DuplicateStage stage) => stage switch
    {
        DuplicateStage.Referral => true,
        DuplicateStage.Signing when other.Runs => seen is { BySergeant: true, Case.Runs: true } && seen.Stage >= DuplicateStage.Approval,
        _ => seen.Stage >= DuplicateStage.Approval,
    };

    private static string References(IEnumerable<PossibleDuplicate> cases) => string.Join(", ", cases.Select(other => other.Agreement.Value));
}
