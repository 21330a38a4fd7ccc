namespace Diversion.Casework.Services;

/// <summary>How a referral takes part in what a service can do.</summary>
public enum ServiceUse
{
    /// <summary>Sent, and not answered yet.</summary>
    Waiting,

    /// <summary>Accepted, and not at its end.</summary>
    InPlace,

    /// <summary>It was accepted and is at its end: it still tells how long people wait.</summary>
    Ended,
}
