using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Visits;

public abstract record VisitEvent : AgreementEvent
{
    private VisitEvent()
    {
    }

    /// <param name="Outcome">By when it is recorded whether the person came.</param>
    /// <param name="RecordedBy">The name of who booked it.</param>
    public sealed record VisitBooked(
        int Number, ServiceRef Service, string Provider, Instant StartsAt, int Minutes, string? Place, Deadline Outcome, Addressee Owner, string RecordedBy) : VisitEvent;

    public sealed record VisitCancelled(int Number) : VisitEvent;

    public sealed record VisitRecorded(int Number, bool Came) : VisitEvent;
}
