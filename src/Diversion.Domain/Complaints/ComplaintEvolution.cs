using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Complaints;

internal static class ComplaintEvolution
{
    public static string AcknowledgeId(int number) => $"complaint/acknowledge/{number}";

    public static string AnswerId(int number) => $"complaint/answer/{number}";

    public static AgreementState Evolve(AgreementState state, ComplaintEvent happened) => happened switch
    {
        ComplaintEvent.ComplaintMade e => Made(state, e),
        ComplaintEvent.ComplaintAcknowledged e => Change(
            state, e.Number, complaint => complaint with { Acknowledged = new ComplaintReply(e.How, e.ToldAt, e.By, e.Said) })
            .Settled(AcknowledgeId(e.Number)).WithoutAlert(AlertKind.ComplaintForLead, Complaint.IdOf(e.Number)),
        ComplaintEvent.ComplaintAnswered e => Closed(
            Change(state, e.Number, complaint => complaint with { Result = e.Result, Answered = new ComplaintReply(e.How, e.ToldAt, e.By, e.Said) }), e.Number),
        ComplaintEvent.ComplaintWithdrawn e => Closed(Change(state, e.Number, static complaint => complaint with { Result = ComplaintResult.Withdrawn }), e.Number),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    /// <summary>An answer that comes before the acknowledgement says that the complaint has come, too.</summary>
    private static AgreementState Closed(AgreementState state, int number) =>
        state.Settled(AcknowledgeId(number)).Settled(AnswerId(number)).WithoutAlert(AlertKind.ComplaintForLead, Complaint.IdOf(number));

    private static AgreementState Made(AgreementState state, ComplaintEvent.ComplaintMade e)
    {
        var made = new Complaint(e.Number, e.From, e.How, e.MadeAt, e.About, e.What, e.Who, e.AboutId, e.RecordedBy, e.At);
        state = (state with { Complaints = state.Complaints.Add(made) })
            .WithObligation(AcknowledgeId(e.Number), Tracks.Person, e.Acknowledge, e.Owner, afterEnd: true)
            .WithObligation(AnswerId(e.Number), Tracks.Person, e.Answer, e.Owner, afterEnd: true);
        return e.Owner == Addressee.ProgrammeLead ? Alerts.Raise(state, AlertKind.ComplaintForLead, made.Id, e.At) : state;
    }

    private static AgreementState Change(AgreementState state, int number, Func<Complaint, Complaint> change) =>
        state with { Complaints = [.. state.Complaints.Select(complaint => complaint.Number == number ? change(complaint) : complaint)] };
}
