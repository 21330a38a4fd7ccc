namespace Diversion.Evaluation.FollowUps;

/// <summary>Whether a person reoffended, as far as that can be said.</summary>
public abstract record FollowUpAnswer
{
    private FollowUpAnswer()
    {
    }

    /// <summary>It can't be said yet, whatever is recorded so far. Never counted as none.</summary>
    /// <param name="KnownOn">The first day up to which the records must be searched.</param>
    public sealed record NotYetKnown(LocalDate KnownOn) : FollowUpAnswer;

    /// <summary>Left before the follow-up was over, whatever happened until then.</summary>
    /// <param name="Reason">In words.</param>
    public sealed record NotFollowedUp(string Reason) : FollowUpAnswer;

    /// <summary>Followed up to the end.</summary>
    /// <param name="Counted">Reoffences that count, in the order of their dates; empty: none.</param>
    /// <param name="DaysToFirst">Null when there is none.</param>
    /// <param name="DaysAtRisk">Days of the follow-up less those in custody.</param>
    public sealed record Known(ImmutableArray<Rows.Reoffence> Counted, int? DaysToFirst, int DaysAtRisk) : FollowUpAnswer;
}
