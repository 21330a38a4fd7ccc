namespace Diversion.Casework.Operations;

public enum PartState
{
    Working,

    /// <summary>It works, and somebody should look at it before it does not.</summary>
    Attention,
    Failing,
}
