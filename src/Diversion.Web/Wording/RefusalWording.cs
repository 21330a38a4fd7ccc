using Diversion.Casework;
using Diversion.Domain.Agreements;

namespace Diversion.Web.Wording;

/// <summary>Refusals for somebody at a page. Most say it well already; those that speak of fields and keys of the API don't.</summary>
public static class RefusalWording
{
    public static string Of(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.PossibleDuplicate => "This person may have a case already. Look at the cases shown, and say why this is not a duplicate",
        RefusalCode.ReasonMissing => "Enter the reason",
        RefusalCode.TimeUnusual => "Tick the box if this day and time are right, or change them",
        RefusalCode.CancellationUnexplained => "Enter why the service cancelled it: it had already begun",
        RefusalCode.TextMissing => "Something that is needed was left empty. Check your answers",
        RefusalCode.TextTooLong => "One of the texts is too long. Shorten it",
        RefusalCode.TextInvalid => "One of the texts has characters that cannot be kept. Type it again",
        RefusalCode.ChargeByPassed => "The charge-by date has passed. Tick that you know, or decide otherwise",
        CaseworkRefusal.IdempotencyKeyReused or CaseworkRefusal.IdempotencyKeyInvalid =>
            "This form was sent before with other answers. Open the page again to see what was saved",
        CaseworkRefusal.DraftStale =>
            "You changed or sent this in another window. What you typed here is kept below: send it again to keep this instead",
        CaseworkRefusal.CursorInvalid => "This page of the list is no longer there. Begin at the first page",
        _ => refusal.Message,
    };
}
