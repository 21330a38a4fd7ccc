namespace Diversion.Evaluation.FollowUps;

/// <summary>From which day people are followed up.</summary>
public enum FollowUpStart
{
    /// <summary>The day of allocation: for a trial.</summary>
    Allocation,

    /// <summary>The day of signing: for everybody who signed, trial or not.</summary>
    Signing,
}
