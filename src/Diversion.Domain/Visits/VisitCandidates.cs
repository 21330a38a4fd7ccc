using Diversion.Domain.Agreements;

namespace Diversion.Domain.Visits;

internal static class VisitCandidates
{
    /// <summary>Of any service, at a time when the person is free.</summary>
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        var from = now + Duration.FromDays(1);
        var minutes = Appointments.Booking.ShortestMinutes;
        if (Appointments.Overlap.FirstFree(state, null, from, Instant.MaxValue - Duration.FromDays(1), minutes) is { } free)
        {
            yield return new VisitCommand.BookVisit("example", free).AsExample();
        }

        foreach (var visit in state.Visits.Where(visit => visit.Status != VisitStatus.Cancelled))
        {
            if (visit.StartsAt > now)
            {
                yield return new VisitCommand.CancelVisit(visit.Number);
            }
            else
            {
                yield return new VisitCommand.RecordVisit(visit.Number, visit.Status != VisitStatus.Came);
            }
        }
    }
}
