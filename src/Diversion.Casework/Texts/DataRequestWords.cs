using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.DataRights;

namespace Diversion.Casework.Texts;

/// <summary>Requests of the person about their record as text.</summary>
public static class DataRequestWords
{
    public static string Of(DataRequestKind kind) => kind == DataRequestKind.Access ? "to see the record" : "to correct the record";

    public static string Of(DataRequestResult result) => result switch
    {
        DataRequestResult.Given => "given",
        DataRequestResult.Refused => "refused",
        DataRequestResult.Corrected => "corrected",
        DataRequestResult.CorrectedInPart => "corrected in part",
        DataRequestResult.NotCorrected => "not corrected",
        _ => "not pursued",
    };

    internal static string Of(DataRequestEvent happened) => happened switch
    {
        DataRequestEvent.DataRequestReceived e =>
            $"The person asked {Of(e.Kind)} (request {e.Number}, received on {Words.Date(e.ReceivedOn)}). It is answered by {Wording.At(e.Answer.Due)}.",
        DataRequestEvent.DataRequestExtended e => $"Request {e.Number} takes longer: it is answered by {Wording.At(e.Answer.Due)}.",
        DataRequestEvent.PassageMarked e => $"Words of the record are {(e.Ground is null ? "given after all" : "left out")} in the answer to request {e.Number}.",
        DataRequestEvent.DataRequestAnswered e => $"Request {e.Number} was answered on {Words.Date(e.On)}: {Of(e.Result)}.",
        _ => throw Wording.Missing(happened),
    };
}
