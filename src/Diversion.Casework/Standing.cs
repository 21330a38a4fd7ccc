using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework;

/// <summary>How an agreement stood after a command.</summary>
/// <param name="NextDue">When something next fell due by itself; null when nothing did.</param>
public sealed record Standing(int Version, AgreementStatus Status, Instant? NextDue)
{
    public static Standing Of(AgreementState state) => new(state.Version, state.Status, Agreement.NextDue(state));
}
