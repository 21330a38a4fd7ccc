using System.Globalization;
using Diversion.Domain.Breach;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Queries;

/// <summary>What the person is told, and how.</summary>
public static class NewsWords
{
    /// <summary>Fits into a sentence: "the person was told about …".</summary>
    public static string Of(NewsKind kind, int number) => kind switch
    {
        NewsKind.Warning => $"warning {number}",
        NewsKind.Variation => $"version {number} of the agreement",
        NewsKind.Extension => "the new last day",
        NewsKind.BreachProposed => "the proposed breach",
        NewsKind.BreachDecided => "the decision on the breach",
        NewsKind.Discontinuation => "the end of the agreement",
        _ => "the completion of the agreement",
    };

    /// <param name="id">Id of a piece of news, such as <c>warning-1</c>.</param>
    public static string Of(string id)
    {
        var dash = id.LastIndexOf('-');
        var number = int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        foreach (var kind in Enum.GetValues<NewsKind>())
        {
            if (PersonNews.IdOf(kind, number) == id)
            {
                return Of(kind, number);
            }
        }

        return "what was decided";
    }

    /// <summary>Why a failure does not count.</summary>
    public static string Why(Failure failure) => failure switch
    {
        { Annulled: true } => "it was excused, or its warning was withdrawn",
        { Held: HeldReason.SameAbsence } => "the absence counts already, or was excused",
        { Held: HeldReason.WarningNotTold } => $"the person had not been told of warning {failure.HeldFor} when it happened",
        _ => "it counts",
    };

    public static string How(ToldHow how) => how switch
    {
        ToldHow.InPerson => "in person",
        ToldHow.Telephone => "by telephone",
        ToldHow.Letter => "by letter",
        ToldHow.Email => "by email",
        _ => "by text",
    };
}
