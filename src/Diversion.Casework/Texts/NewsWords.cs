using Diversion.Domain;
using Diversion.Domain.Breach;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Texts;

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
        NewsKind.WarningUpheld => $"the decision that warning {number} stays",
        NewsKind.WarningWithdrawn => $"the withdrawal of warning {number}",
        NewsKind.Discontinuation => "the end of the agreement",
        NewsKind.Signing => "the signed agreement",
        NewsKind.Appointment => $"booked appointment {number}",
        _ => "the completion of the agreement",
    };

    public static string Of(PersonNews news) => Of(news.Kind, news.Number, news.Appointment);

    public static string Of(NewsKind kind, int number, AppointmentNews? appointment) => appointment switch
    {
        null => Of(kind, number),
        { Others: { } others } => $"the {others.Length + 1} appointments from {Words.Date(appointment.StartsAt)}",
        _ => $"the appointment of {Words.Moment(appointment.StartsAt)}",
    };

    /// <param name="id">Id of a piece of news, such as <c>warning-1</c>.</param>
    public static string Of(string id) => PersonNews.Read(id) is { } news ? Of(news.Kind, news.Number) : "what was decided";

    /// <summary>What somebody says something to, and gives papers with it: "the person's answer to the proposed breach", "complaint 1".</summary>
    public static string AnsweredWith(string item) => PersonNews.Read(item) is not null ? $"what the person says to {Of(item)}" : item.Replace('-', ' ');

    /// <summary>Why a failure does not count.</summary>
    public static string Why(Failure failure) => failure switch
    {
        { Annulled: true } => "it was excused, or its warning was withdrawn",
        { Held: HeldReason.SameAbsence } => "the absence counts already, or was excused",
        { Held: HeldReason.WarningNotTold } => $"the person had not been told of warning {failure.HeldFor} when it happened",
        _ => "it counts",
    };

    public static string How(AnsweredHow how) => Words.Of(how);

    public static string How(PersonAnswer answer) => answer.Through is { } through ? $"through {through}" : How(answer.How);

    public static string How(ToldHow how) => Words.Of(how);
}
