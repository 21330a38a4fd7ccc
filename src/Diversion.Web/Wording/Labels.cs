using Diversion.Casework.Access;
using Diversion.Casework.Analysis;
using Diversion.Casework.Conditions;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Operations;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.DataRights;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;
using Diversion.Domain.Visits;

namespace Diversion.Web.Wording;

/// <summary>Statuses, roles and kinds as text. No page shows the name of an enum.</summary>
public static class Labels
{
    public static Label Of(AgreementStatus status) => new(Sentence(Words.Of(status)), status switch
    {
        AgreementStatus.Active => "blue",
        AgreementStatus.BreachReview => "red",
        AgreementStatus.Concluding => "yellow",
        AgreementStatus.Completed => "green",
        AgreementStatus.Breached => "orange",
        AgreementStatus.Referred or AgreementStatus.Eligible or AgreementStatus.Offered => "teal",
        _ => "grey",
    });

    public static Label Of(ConditionStatus status) => new(Sentence(Words.Of(status)), status switch
    {
        ConditionStatus.SettingUp => "teal",
        ConditionStatus.InProgress => "blue",
        ConditionStatus.Kept => "green",
        ConditionStatus.Failed => "red",
        _ => "grey",
    });

    public static Label Of(Complaint complaint) => complaint switch
    {
        { Result: { } result } => new(Sentence(ComplaintWords.Of(result)), "grey"),
        { Acknowledged: null } => new("To be acknowledged", "yellow"),
        _ => new("To be answered", "yellow"),
    };

    public static Label Of(VisitStatus status) => new(Sentence(VisitWords.Of(status)), status == VisitStatus.Booked ? "blue" : "grey");

    public static Label Of(DataRequest request) => request.Answered is { Result: var result }
        ? new(Sentence(DataRequestWords.Of(result)), "grey")
        : new(request.Kind == DataRequestKind.Access ? "To be answered" : "Disputed", "yellow");

    public static Label Of(PartState state) => state switch
    {
        PartState.Working => new("Works", "green"),
        PartState.Attention => new("Look at it", "yellow"),
        _ => new("Fails", "red"),
    };

    public static string OfFeed(string feed) => feed == Casework.Feeds.FeedLog.TagEvents ? "Tag events" : "Custody notices";

    public static string Of(Role role) => role switch
    {
        Role.Facilitator => "Restorative justice facilitator",
        Role.Provider => "Partner provider",
        Role.Feed => "Connected system",
        Role.Clock => "Diversion",
        _ => Sentence(Words.Of(role)),
    };

    public static Label Of(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Scheduled => new("Scheduled", "blue"),
        AppointmentStatus.Superseded => new("Moved", "grey"),
        AppointmentStatus.Attended => new(Of(Attendance.Attended), "green"),
        AppointmentStatus.Late => new(Of(Attendance.Late), "green"),
        AppointmentStatus.MissedAcceptable => new(Of(Attendance.MissedAcceptable), "grey"),
        AppointmentStatus.MissedUnacceptable => new(Of(Attendance.MissedUnacceptable), "red"),
        AppointmentStatus.EvidenceAwaited => new(Of(Attendance.EvidenceAwaited), "yellow"),
        AppointmentStatus.CancelledByService => new(Of(Attendance.CancelledByService), "grey"),
        _ => new(Sentence(Words.Of(status)), "grey"),
    };

    public static string Of(Attendance attendance) => attendance switch
    {
        Attendance.Late => "Came late",
        Attendance.MissedAcceptable => "Missed, for an acceptable reason",
        Attendance.MissedUnacceptable => "Missed, without an acceptable reason",
        Attendance.CancelledByService => "Cancelled by the service",
        Attendance.EvidenceAwaited => "Missed, evidence is awaited",
        _ => Sentence(Words.Of(attendance)),
    };

    public static string Of(BreachCause cause) => BreachCauseWords.Of(cause);

    public static Label Of(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Waiting => new("Waiting", "blue"),
        DeliveryStatus.Sent => new("Sent", "green"),
        DeliveryStatus.Delivered => new("Delivered", "green"),
        DeliveryStatus.Stopped => new("Not sent", "grey"),
        _ => new("Given up", "red"),
    };

    public static string Of(SessionGrade grade) => Sentence(Words.Of(grade));

    public static string Of(Addressee owner) => Sentence(Words.Of(owner));

    /// <summary>A condition by its id: "Restorative justice".</summary>
    public static string Condition(string id) => Sentence(ConditionWords.Of(id));

    /// <summary>An obligation by its rule, as a task: "Have the tag fitted".</summary>
    public static string Task(string rule) => TaskTexts.Of(rule).What;

    /// <summary>For display to a reader.</summary>
    public static string Task(string rule, Actor reader) => (AccessPolicy.IsPartner(reader) ? TaskTexts.ForPartner(rule) : TaskTexts.Of(rule)).What;

    /// <summary>With a capital first letter.</summary>
    public static string Sentence(string words) => Words.Sentence(words);
}
