namespace Diversion.Casework.Feeds;

public enum ItemOutcome
{
    Accepted,

    /// <summary>It was known before; nothing changed.</summary>
    Repeated,
    Refused,
}

/// <param name="Index">Place in the batch, from 0.</param>
/// <param name="Id">The sender's id, where it could be read.</param>
/// <param name="Code">Of the refusal.</param>
public sealed record ItemResult(int Index, string? Id, ItemOutcome Outcome, string? Code = null, string? Message = null);
