using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Domain.Visits;

/// <summary>
/// An appointment of the person with a service, booked from its free slots at any time of the case. It is voluntary: whether
/// they come never counts against them.
/// </summary>
/// <param name="Number">In the case, from 1.</param>
/// <param name="Provider">Whose service it was on the day of booking, as <paramref name="Service"/>.</param>
/// <param name="By">The name of who booked it.</param>
public sealed record Visit(int Number, ServiceRef Service, string Provider, Instant StartsAt, int Minutes, string? Place, string By, VisitStatus Status = VisitStatus.Booked)
{
    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes);

    internal TakenTime Time => new(StartsAt, EndsAt);

    /// <summary>Booked or held, it takes up the person's time.</summary>
    internal bool TakesTime => Status != VisitStatus.Cancelled;

    internal static string ObligationOf(int number) => $"visit/{CommandSubject.Numbered(number)}";
}

public enum VisitStatus
{
    Booked,
    Came,
    DidNotCome,
    Cancelled,
}
