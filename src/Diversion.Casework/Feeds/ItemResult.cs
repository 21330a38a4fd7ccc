namespace Diversion.Casework.Feeds;

public enum ItemOutcome
{
    Accepted,

    /// <summary>It was already known; nothing changed.</summary>
    Repeated,
    Refused,

    /// <summary>It gave no reference and may be about a case of ours: a lead confirms or refuses that.</summary>
    PossibleMatch,

    /// <summary>It gave no reference and is about nobody of ours. Nothing of it is kept.</summary>
    NotOurs,
}

/// <param name="Index">Position in the batch, from 0.</param>
/// <param name="Id">The sender's id, if it could be read.</param>
/// <param name="Code">Code of the refusal.</param>
public sealed record ItemResult(int Index, string? Id, ItemOutcome Outcome, string? Code = null, string? Message = null);
