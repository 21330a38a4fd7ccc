namespace Diversion.Evaluation.Rows;

/// <summary>The arm that a person in fact received, and since when (signed; charged).</summary>
public sealed record ArmReceived(string Arm, LocalDate On);
