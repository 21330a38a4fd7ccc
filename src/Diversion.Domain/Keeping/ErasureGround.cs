namespace Diversion.Domain.Keeping;

/// <summary>Why a record is erased. It is kept in the destruction log, which names nobody.</summary>
public enum ErasureGround
{
    /// <summary>The scheme's retention period is over, and a lead has reviewed the record.</summary>
    RetentionOver,

    /// <summary>The person asked for it, and the controller agreed (Data Protection Act 2018 s.47).</summary>
    PersonAsked,

    /// <summary>A court or the Information Commissioner ordered it.</summary>
    Ordered,

    /// <summary>It should never have been recorded: it is about somebody else, or was made by mistake.</summary>
    Mistake,
}
