using NodaTime;

namespace Diversion.Casework.Drafts;

/// <summary>Something that somebody has begun to type and not sent.</summary>
/// <param name="Id">Of its own among its author's drafts of the kind.</param>
/// <param name="Content">As the pages write it; personal data, like all that is typed.</param>
/// <param name="ETag">For saving it again; null for one that was never saved.</param>
public sealed record Draft(DraftKind Kind, string Id, Instant SavedAt, string Content, string? ETag);

/// <summary>The names are part of stored data.</summary>
public enum DraftKind
{
    /// <summary>A case that was not referred yet.</summary>
    Referral,

    /// <summary>Conditions of an offer that was not made yet, by the agreement's reference.</summary>
    Conditions,
}
