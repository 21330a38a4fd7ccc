using Diversion.Casework.Formatting;
using Diversion.Domain.OwnPage;

namespace Diversion.Casework.Texts;

/// <summary>Sentences for the person's own page.</summary>
internal static class OwnPageWords
{
    public static string Of(OwnPageEvent happened) => happened switch
    {
        OwnPageEvent.OwnPageGiven e => $"The person was given {(e.Way == OwnPageWay.Link ? "a link by text" : "a printed code")} for their own page. It works if it is first used by {Wording.At(e.FirstUseBy)}.",
        OwnPageEvent.OwnPageOpened => "The person came in to their own page.",
        OwnPageEvent.OwnPageBirthDateWrong => $"Somebody with the link or code for the person’s own page gave a wrong date of birth. After {OwnPageAccess.MostWrongBirthDates} in a row it lets nobody in.",
        OwnPageEvent.OwnPageStopped => "The link or code for the person’s own page was stopped.",
        _ => throw Wording.Missing(happened),
    };
}
