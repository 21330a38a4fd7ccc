using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Domain.Visits;

internal static class VisitEvolution
{
    public static AgreementState Evolve(AgreementState state, VisitEvent happened) => happened switch
    {
        VisitEvent.VisitBooked e => (state with { Visits = state.Visits.Add(new Visit(e.Number, e.Service, e.Provider, e.StartsAt, e.Minutes, e.Place, e.RecordedBy)) })
            .WithObligation(Visit.ObligationOf(e.Number), Tracks.Person, e.Outcome, e.Owner),
        VisitEvent.VisitCancelled e => Changed(state, e.Number, VisitStatus.Cancelled),
        VisitEvent.VisitRecorded e => Met(Changed(state, e.Number, e.Came ? VisitStatus.Came : VisitStatus.DidNotCome), e),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static AgreementState Changed(AgreementState state, int number, VisitStatus status) =>
        (state with { Visits = [.. state.Visits.Select(visit => visit.Number == number ? visit with { Status = status } : visit)] }).Settled(Visit.ObligationOf(number));

    /// <summary>Whoever came to the service to which a pathway refers them has been reached.</summary>
    private static AgreementState Met(AgreementState state, VisitEvent.VisitRecorded e)
    {
        var service = state.Visits.First(visit => visit.Number == e.Number).Service.Id;
        return e.Came
            ? state.Conditions.OfType<PathwayCondition>().Where(condition => condition.IsOpen && condition.Service?.Id == service)
                .Aggregate(state, (known, condition) => PathwayContact.Met(known, condition.Id))
            : state;
    }
}
