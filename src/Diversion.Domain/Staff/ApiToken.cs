namespace Diversion.Domain.Staff;

/// <summary>Lets one program do one thing, without a person who signs in. What is kept cannot be used to sign in.</summary>
/// <param name="Id">Part of page addresses, and of who is said to have done something.</param>
/// <param name="Name">Which program has it.</param>
/// <param name="Hash">SHA-256 of the token, 64 lower-case hexadecimal digits.</param>
/// <param name="CreatedBy">The name of the lead who made it.</param>
/// <param name="ExpiresAt">The end of its last day.</param>
public sealed record ApiToken(string Id, string Name, TokenScope Scope, string Hash, string CreatedById, string CreatedBy, Instant CreatedAt, Instant ExpiresAt)
{
    /// <summary>Null until a lead took it back.</summary>
    public Instant? RevokedAt { get; init; }
}

/// <summary>What a token is for; it opens nothing else.</summary>
public enum TokenScope
{
    /// <summary>Send tag events.</summary>
    TagEvents,

    /// <summary>Send custody notices.</summary>
    CustodyNotices,

    /// <summary>Read the counts of the programme, which name nobody.</summary>
    Statistics,
}

/// <summary>Whether a token lets its program in.</summary>
public enum TokenStanding
{
    Works,
    Expired,
    Revoked,

    /// <summary>Whoever made it does not lead the programme any more.</summary>
    CreatorGone,
}
