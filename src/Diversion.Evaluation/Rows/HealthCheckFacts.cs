namespace Diversion.Evaluation.Rows;

/// <summary>A health check that was offered: nothing of what was found, only where it referred to and what came of it.</summary>
/// <param name="Accepted">Null until the person has said whether they want it.</param>
/// <param name="DoneOn">Null until it was done.</param>
public sealed record HealthCheckFacts(LocalDate OfferedOn, bool? Accepted, LocalDate? DoneOn, ImmutableArray<OnwardFacts> Onward);

/// <param name="Kind">Where to, in words: <c>doctor (GP)</c>.</param>
/// <param name="Outcome">Null while it is not known.</param>
public readonly record struct OnwardFacts(string Kind, OnwardEnd? Outcome);

/// <summary>What came of an onward referral.</summary>
public enum OnwardEnd
{
    TakenUp,
    Finished,
    NotTakenUp,
    NotAvailable,
}
