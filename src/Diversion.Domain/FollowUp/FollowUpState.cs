namespace Diversion.Domain.FollowUp;

/// <summary>What is known of a person's offending after the allocation or the signing.</summary>
/// <param name="AllocatedOn">The day of the allocation in a trial; null for a case that is in none.</param>
/// <param name="SearchedUntil">
/// The day up to which the police's records were searched for this person; null: never. Without a search, no reoffence is
/// <em>not yet known</em> and not <em>none</em>.
/// </param>
public sealed record FollowUpState(LocalDate? AllocatedOn = null, LocalDate? SearchedUntil = null)
{
    public static readonly FollowUpState None = new();

    /// <summary>In the order in which they were recorded; those recorded in error are removed.</summary>
    public ImmutableArray<Reoffence> Reoffences { get; init; } = [];

    /// <summary>The number of the reoffence that was recorded last, also when it was removed since.</summary>
    public int LastReoffence { get; init; }

    /// <summary>In the order of their first days.</summary>
    public ImmutableArray<CustodyTime> InCustody { get; init; } = [];

    /// <summary>Died, or moved abroad; null: neither.</summary>
    public Departure? Left { get; init; }

    /// <summary>Empty until 12 months after the start, when the dates of the results are set.</summary>
    public ImmutableArray<FollowUpPeriod> Periods { get; init; } = [];

    /// <summary>The result of the period is final, or will never be known because the person left before its last day.</summary>
    public bool IsSettled(FollowUpPeriod period) =>
        SearchedUntil >= period.FinalOn || (Left is { } left && left.On <= period.LastDay);
}
