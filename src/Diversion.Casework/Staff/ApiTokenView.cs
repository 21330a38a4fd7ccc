using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Casework.Staff;

/// <summary>A token, without anything that could be used to sign in.</summary>
/// <param name="LastUsed">To the hour; left out when it was never used.</param>
public sealed record ApiTokenView(
    string Id, string Name, TokenScope Scope, string CreatedBy, Instant CreatedAt, Instant ExpiresAt, TokenStanding Standing, Instant? LastUsed);
