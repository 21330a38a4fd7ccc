using Diversion.Domain.Agreements;
using Diversion.Domain.Support;

namespace Diversion.Casework.Access;

/// <content>
/// Voluntary support is between the person and who gives it. Supervision knows that there is some; the police know nothing of
/// it, so nothing of it can be held against the person.
/// </content>
public static partial class AccessPolicy
{
    /// <summary>The support that a partner gives: a health check from the person's yes on.</summary>
    public static IReadOnlyList<string> SupportTracksOf(Actor actor, AgreementState state) =>
        actor is { Role: Role.Provider, Organisation: { } own } && state.Support.HealthCheck is { Accepted: true } check && check.Provider == own ? [HealthCheck.Track] : [];

    public static bool SeesHealthCheck(Actor actor, RecordVisibility visible, AgreementState state) => visible.Notes || SeesOnwardKinds(actor, state);

    /// <summary>Where the nurse referred the person to is for the nurse's own organisation; supervision is told how many there are.</summary>
    public static bool SeesOnwardKinds(Actor actor, AgreementState state) => SupportTracksOf(actor, state).Contains(HealthCheck.Track);
}
