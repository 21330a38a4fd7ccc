using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.DataRights;

internal static class DataRequestCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        var today = WorkingCalendar.DateOf(now);
        yield return new DataRequestCommand.RecordAccessRequest(today, "An example of a request.");
        yield return new DataRequestCommand.RecordCorrectionRequest(today, "An example of what is disputed.");
        foreach (var open in state.DataRequests.Where(known => known.IsOpen))
        {
            if (!open.Extended)
            {
                yield return new DataRequestCommand.ExtendDataRequest(open.Number);
            }

            if (open.Kind == DataRequestKind.Access)
            {
                yield return new DataRequestCommand.MarkPassage(open.Number, "An example of a name.", MarkGround.AnotherPerson);
            }

            yield return open.Kind == DataRequestKind.Access
                ? new DataRequestCommand.AnswerAccessRequest(open.Number, DataRequestResult.Given, today, "An example of an answer.")
                : new DataRequestCommand.AnswerCorrectionRequest(open.Number, DataRequestResult.Corrected, today, "An example of an answer.");
        }
    }
}
