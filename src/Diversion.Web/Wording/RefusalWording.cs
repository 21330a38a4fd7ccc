using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;

namespace Diversion.Web.Wording;

/// <summary>Refusals for a user of the pages. Most texts fit; those that mention fields and keys of the API are replaced.</summary>
public static class RefusalWording
{
    public static string Of(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.PossibleDuplicate => "This person may have a case already. Look at the cases shown, and say why this is not a duplicate",
        RefusalCode.ReasonMissing => "Enter the reason",
        RefusalCode.TextMissing or RefusalCode.TextTooLong or RefusalCode.TextInvalid or RefusalCode.StaffUnknown
            when refusal is Refusal.Invalid { Field: { } field } => OfField(refusal, field),
        RefusalCode.EmailInvalid => FaultWording.EmailUnreal,
        RefusalCode.TimeUnusual => "Tick the box if this day and time are right, or change them",
        RefusalCode.CancellationUnexplained => "Enter why the service cancelled it: it had already begun",
        RefusalCode.ChargeByPassed => "The charge-by date has passed. Tick that you know, or decide otherwise",
        CaseworkRefusal.IdempotencyKeyReused or CaseworkRefusal.IdempotencyKeyInvalid =>
            "This form was sent before with other answers. Open the page again to see what was saved",
        CaseworkRefusal.DraftStale =>
            "You changed or sent this in another window. What you typed here is kept below: send it again to keep this instead",
        CaseworkRefusal.CursorInvalid => "This page of the list is no longer there. Begin at the first page",
        _ => refusal.Message,
    };

    private static string OfField(Refusal refusal, string field) => refusal.Code switch
    {
        RefusalCode.TextMissing => $"{Named(field)} is missing. Enter it",
        RefusalCode.TextTooLong => $"{Named(field)} is too long. Shorten it",
        RefusalCode.TextInvalid => Named(field) + refusal.Message[field.Length..],
        _ => Labels.Sentence(refusal.Message[(field.Length + 2)..]),
    };

    /// <summary>"person.name" is shown as "Person: name".</summary>
    private static string Named(string field) =>
        Labels.Sentence(string.Concat(field.Replace(".", ": ", StringComparison.Ordinal).Select(c => char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")));
}
