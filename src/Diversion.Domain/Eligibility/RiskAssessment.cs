namespace Diversion.Domain.Eligibility;

/// <summary>The tool's score, the officer's judgement and a sergeant's override, kept apart: a score is advisory.</summary>
public sealed record RiskAssessment(
    string? Tool = null,
    decimal? Score = null,
    RiskBand? ToolBand = null,
    RiskBand? JudgedBand = null,
    RiskBand? OverrideBand = null)
{
    public static readonly RiskAssessment None = new();

    public RiskBand? BandInForce => OverrideBand ?? RecordedBand;

    /// <summary>The band without a sergeant's override.</summary>
    public RiskBand? RecordedBand => JudgedBand ?? ToolBand;
}

public enum RiskBand
{
    Low,
    Medium,
    High,
}
