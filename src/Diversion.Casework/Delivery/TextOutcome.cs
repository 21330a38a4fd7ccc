namespace Diversion.Casework.Delivery;

/// <summary>What a provider says of a text that it had taken.</summary>
public enum TextOutcome
{
    /// <summary>It is on the telephone.</summary>
    Delivered,

    /// <summary>There is no such number, or it takes no texts.</summary>
    PermanentFailure,

    /// <summary>The telephone was off, full or out of reach for as long as the network tried.</summary>
    TemporaryFailure,

    /// <summary>The provider could not hand it to the network.</summary>
    TechnicalFailure,
}
