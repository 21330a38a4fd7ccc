namespace Diversion.Evaluation.Rows;

/// <summary>A person's place in a trial.</summary>
/// <param name="Arm">As allocated; never changed by what happened afterwards.</param>
/// <param name="Received">What the person received; null while neither is known.</param>
/// <param name="CrossoverReason">Why another arm was received than allocated.</param>
public sealed record TrialPlace(string Arm, LocalDate AllocatedOn, string Stratum, ArmReceived? Received = null, string? CrossoverReason = null)
{
    /// <summary>Code of the trial; empty for an arm that somebody typed, before trials were kept here.</summary>
    public string Trial { get; init; } = "";

    public bool IsCrossover => Received is { } received && received.Arm != Arm;
}
