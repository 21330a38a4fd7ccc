using Diversion.Domain.Agreements;

namespace Diversion.Domain.Referral;

/// <summary>
/// Nobody continues a case that may be a duplicate without giving a reason. The reason at the referral may come from a
/// clerk: at the approval a sergeant gives one. A second agreement that would run beside another always needs a sergeant.
/// </summary>
internal static class DuplicateDecider
{
    /// <returns>Null when there is no unseen duplicate, or a reason to continue was given.</returns>
    public static Refusal? Check(DecisionContext context, string? reason, DuplicateStage stage)
    {
        var open = Open(context, stage);
        if (open.IsEmpty)
        {
            return null;
        }

        var running = open.Where(other => other.Runs).ToArray();
        if (stage == DuplicateStage.Signing && running.Length > 0 && context.Command.By.Role != Role.Sergeant)
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

    /// <summary>Records the other cases that were shown when it continued.</summary>
    public static void Record(DecisionContext context, string? reason, DuplicateStage stage)
    {
        var open = Open(context, stage);
        if (!open.IsEmpty && !string.IsNullOrWhiteSpace(reason))
        {
            context.Raise(new ReferralEvent.PossibleDuplicatesSeen(open, reason.Trim(), stage, context.Command.By.Role == Role.Sergeant));
        }
    }

    private static ImmutableArray<PossibleDuplicate> Open(DecisionContext context, DuplicateStage stage) =>
    [
        .. context.Duplicates.Where(other => context.State?.Referral.SeenDuplicates.FirstOrDefault(seen => seen.Case.Agreement == other.Agreement) is not { } seen
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
