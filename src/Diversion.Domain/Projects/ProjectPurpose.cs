namespace Diversion.Domain.Projects;

/// <summary>What the work is good for.</summary>
public enum ProjectPurpose
{
    CommunitySafety,
    Environment,
    Other,
}

public static class ProjectPurposes
{
    /// <summary>Its share is compared with the scheme's target (Ceredigion: community safety or environment).</summary>
    public static bool CountsForTarget(this ProjectPurpose purpose) => purpose is ProjectPurpose.CommunitySafety or ProjectPurpose.Environment;
}
