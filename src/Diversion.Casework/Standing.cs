using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework;

/// <summary>The state of an agreement after a command.</summary>
/// <param name="NextDue">When something would next fall due automatically; null when nothing would.</param>
public sealed record Standing(int Version, AgreementStatus Status, Instant? NextDue)
{
    public static Standing Of(AgreementState state) => new(state.Version, state.Status, Agreement.NextDue(state));
}
