using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Local.Verbs;

/// <summary>Where tokens come from.</summary>
internal static class TokenParts
{
    public static string Issue(Actor actor, byte[] key, Instant now, Duration goodFor) =>
        throw new Faults.CannotGoOnException(ExitCodes.Failed, "Tokens come with the API, which is not merged yet.");
}
