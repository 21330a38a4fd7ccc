using Diversion.Domain.Agreements;

namespace Diversion.Domain.Transfers;

/// <summary>Another team of the programme is asked to take the case. Until it accepts, nothing changes for anybody.</summary>
/// <param name="Team">The id of the team that is asked.</param>
/// <param name="AskedBy">The name of who asked.</param>
public sealed record TeamRequest(string Team, string AskedBy, Instant AskedAt);
