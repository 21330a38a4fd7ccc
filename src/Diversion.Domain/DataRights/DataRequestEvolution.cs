using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.DataRights;

internal static class DataRequestEvolution
{
    public static AgreementState Evolve(AgreementState state, DataRequestEvent happened) => happened switch
    {
        DataRequestEvent.DataRequestReceived e => Owed(
            state with { DataRequests = state.DataRequests.Add(new DataRequest(e.Number, e.Kind, e.ReceivedOn, e.What, e.Answer, e.RecordedBy)) }, e.Number, e.Answer),
        DataRequestEvent.DataRequestExtended e => Owed(
            Change(state, e.Number, known => known with { Answer = e.Answer, Extended = true }).Settled(DataRequest.ObligationOf(e.Number)), e.Number, e.Answer),
        DataRequestEvent.PassageMarked e => Change(state, e.Number, known => known with { Marks = Marked(known.Marks, e) }),
        DataRequestEvent.DataRequestAnswered e => Change(state, e.Number, known => known with { Answered = new DataRequestAnswer(e.Result, e.On, e.Said, e.By) })
            .Settled(DataRequest.ObligationOf(e.Number)),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static ImmutableArray<PassageMark> Marked(ImmutableArray<PassageMark> marks, DataRequestEvent.PassageMarked e)
    {
        var others = marks.RemoveAll(mark => mark.Words == e.Words);
        return e.Ground is { } ground ? others.Add(new PassageMark(e.Words, ground, e.By)) : others;
    }

    private static AgreementState Owed(AgreementState state, int number, Deadline answer) =>
        state.WithObligation(DataRequest.ObligationOf(number), Tracks.Person, answer, Addressee.ProgrammeLead, afterEnd: true);

    private static AgreementState Change(AgreementState state, int number, Func<DataRequest, DataRequest> change) =>
        state with { DataRequests = [.. state.DataRequests.Select(known => known.Number == number ? change(known) : known)] };
}
