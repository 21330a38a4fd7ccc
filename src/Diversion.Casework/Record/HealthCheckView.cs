using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Diversion.Domain.Support;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>The health check of a case, for supervision and for the partner who does it.</summary>
/// <param name="Accepted">Left out until the person has said whether they want it.</param>
/// <param name="DoneOn">Left out until it was done.</param>
/// <param name="Referrals">How many onward referrals were made.</param>
/// <param name="Open">Of how many of them it is not known yet what came of them.</param>
/// <param name="Onward">Where to; left out for everybody but the partner.</param>
public sealed record HealthCheckView(string Provider, LocalDate OfferedOn, bool? Accepted, LocalDate? DoneOn, int Referrals, int Open, IReadOnlyList<OnwardReferral>? Onward)
{
    internal static HealthCheckView? Of(AgreementState state, Actor by, RecordVisibility visible) =>
        state.Support.HealthCheck is not { } check || !AccessPolicy.SeesHealthCheck(by, visible, state)
            ? null
            : new(
                check.Provider,
                WorkingCalendar.DateOf(check.OfferedAt),
                check.Accepted,
                check.DoneOn,
                check.Onward.Length,
                check.Onward.Count(one => one.Outcome is null),
                AccessPolicy.SeesOnwardKinds(by, state) ? check.Onward : null);
}
