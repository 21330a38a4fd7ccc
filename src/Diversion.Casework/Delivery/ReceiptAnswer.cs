namespace Diversion.Casework.Delivery;

/// <summary>What became of a delivery receipt.</summary>
public enum ReceiptAnswer
{
    /// <summary>It is on the case, now or already.</summary>
    Taken,

    /// <summary>The text is not marked as sent yet: the receipt came faster than that was written. Send it again.</summary>
    TooEarly,

    /// <summary>There is no text of that reference here.</summary>
    Unknown,
}
