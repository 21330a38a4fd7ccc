namespace Diversion.Evaluation.Rows;

/// <summary>What is known of a person's offending afterwards.</summary>
/// <param name="CheckedUntil">
/// The day up to which the police's records were searched for this person; null: never. Without a search, no reoffence is
/// <em>not yet known</em> and not <em>none</em>.
/// </param>
public sealed record FollowUp(LocalDate? CheckedUntil = null)
{
    public ImmutableArray<Reoffence> Reoffences { get; init; } = [];

    /// <summary>Times in which the person could hardly offend: in custody.</summary>
    public ImmutableArray<Custody> InCustody { get; init; } = [];

    /// <summary>Died, or moved abroad; null: neither.</summary>
    public Departure? Left { get; init; }
}
