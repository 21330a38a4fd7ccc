using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Complaints;

internal static class ComplaintCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        yield return new ComplaintCommand.RecordComplaint(ComplaintFrom.Person, AnsweredHow.InPerson, now, ComplaintAbout.SomethingElse, "An example of a complaint.");
        foreach (var open in state.Complaints.Where(complaint => complaint.IsOpen))
        {
            yield return new ComplaintCommand.AcknowledgeComplaint(open.Number, ToldHow.InPerson, now);
            yield return new ComplaintCommand.AnswerComplaint(open.Number, ComplaintResult.NotUpheld, ToldHow.InPerson, now, "An example of an answer.");
            yield return new ComplaintCommand.WithdrawComplaint(open.Number);
        }
    }
}
