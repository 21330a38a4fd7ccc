using System.Globalization;
using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Texts;

/// <summary>The subject of an action as text: "meeting of 10am on 3 March 2026".</summary>
internal static class SubjectWords
{
    /// <param name="staff">With the sharing agreements that the person may be asked about.</param>
    public static string? Of(AgreementState state, AgreementCommand command, CommandSubject subject, StaffDirectory staff) => command switch
    {
        ReferralCommand.RecordCheck { Check: CheckKind.Safeguarding } => "safeguarding check",
        ReferralCommand.RecordCheck => "domestic-abuse check",
        ReferralCommand.CorrectOffence own => $"offence {own.Number}",
        ReferralCommand.MeetUnmetNeed own when state.Referral.UnmetNeeds.FirstOrDefault(one => one.Number == own.Number) is { } need => $"{Words.Of(need.Need)}, {UnmetNeedWords.Of(need.Because)}",
        ReferralCommand.RecordSharingConsent own when state.Referral.ConsentTo(own.Sharing) is { } said => $"{said.Organisation}, {SharingWords.Of(said.Purpose)}",
        ReferralCommand.RecordSharingConsent own when staff.Sharing?.FirstOrDefault(one => one.Number == own.Sharing) is { } asked => $"{asked.Organisation}, {SharingWords.Of(asked.Purpose)}",
        ReferralCommand.RemoveOffence own => $"offence {own.Number}",
        VictimCommand.TellVictim own => Among(state, own.Victim, own.News == VictimNews.Decision ? "told of the decision" : "told of the ending"),
        VictimCommand.AcknowledgeVictimRequest own => Among(state, own.Victim, $"request {own.Request}"),
        VictimCommand.AnswerVictimRequest own => Among(state, own.Victim, $"request {own.Request}"),
        VictimCommand own => Among(state, own.Victim, null),
        Domain.Telling.TellingCommand.TellPerson own => state.NewsOrNull(own.News) is { } news ? NewsWords.Of(news) : NewsWords.Of(own.News),
        Domain.Telling.TellingCommand.RecordAnswer own => NewsWords.Of(own.News),
        Domain.Breach.BreachCommand.DecideContest own => NewsWords.Of(own.News),
        Domain.Complaints.ComplaintCommand when subject.Item is { } number => $"complaint {number}",
        Domain.DataRights.DataRequestCommand when subject.Item is { } number => $"request {number}",
        Domain.Support.SupportCommand.EndMentoring own => state.Support.Mentorings.First(one => one.Number == own.Number).Mentor.Name,
        Domain.Support.SupportCommand.RecordOnwardOutcome own => Onward(state, own.Number),
        Domain.ExitPlans.ExitPlanCommand.RecordFollowUpCall own => $"{own.Weeks} weeks after the end",
        Domain.ExitPlans.ExitPlanCommand when state.ExitPlan.Continuations.FirstOrDefault(one => Numbered(one.Number) == subject.Item) is { } planned => $"{planned.What}, {planned.With}",
        Domain.Visits.VisitCommand when state.Visits.FirstOrDefault(visit => Numbered(visit.Number) == subject.Item) is { } visit => $"appointment of {Words.Moment(visit.StartsAt)} with {visit.Provider}",
        Domain.Keeping.KeepingCommand.LiftHold own => $"hold {own.Number}",
        Domain.FollowUp.FollowUpCommand.RemoveReoffence own => $"reoffence {own.Number}",
        Domain.FollowUp.FollowUpCommand.RemoveCustodyTime own => $"custody from {Words.Date(own.From)}",
        Domain.Breach.BreachCommand.WithdrawWarning own => Warning(state, own.Number),
        Domain.Term.TermCommand.AcknowledgeAlert own => AlertWords.Of(state.Alerts.First(alert => alert.Id == own.AlertId).Kind),
        ConditionCommand own when ConditionDescriptors.Of(own.Kind).Subject(state, own) is { } said => said,
        Domain.Documents.DocumentCommand.RemoveDocument own => Paper(state, own.DocumentId),
        _ when subject is { Condition: { } condition, Item: { } item } => Appointment(state.Condition<AppointmentCondition>(condition), item),
        _ when subject.Condition is { } condition => ConditionWords.Of(state, condition),
        _ => null,
    };

    /// <summary>The subject of an obligation.</summary>
    public static string? Of(AgreementState state, CommandSubject about) => about switch
    {
        { Condition: null, Item: { } id } when state.NewsOrNull(id) is { } news => NewsWords.Of(news),
        { Condition: null } => null,
        { Item: { } item } => state.ConditionOrNull(about.Condition) switch
        {
            AppointmentCondition own when own.AppointmentOrNull(item) is not null => Appointment(own, item),
            { } own when ConditionDescriptors.Of(own.Kind).Item(own, item) is { } said => said,
            _ => ConditionWords.Of(state, about.Condition),
        },
        _ => ConditionWords.Of(state, about.Condition),
    };

    /// <summary>"meeting" or "session".</summary>
    public static string Thing(Condition condition) => ConditionDescriptors.Of(condition.Kind).Appointment;

    public static string Appointment(AppointmentCondition condition, string id) =>
        $"{Thing(condition)} of {Words.Moment(condition.AppointmentOrNull(id)!.StartsAt)}{Which(condition, " ({0})")}";

    /// <summary>Names the condition, unless its name says what it is carried out in.</summary>
    /// <param name="format">With a place for the name.</param>
    public static string Which(Condition condition, string format)
    {
        var title = ConditionWords.Of(condition);
        return title.Contains(Thing(condition), StringComparison.Ordinal) ? "" : string.Format(CultureInfo.InvariantCulture, format, title);
    }

    /// <summary>Which victim, where there are several.</summary>
    /// <param name="what">What about them, if anything has to be said.</param>
    public static string? Among(AgreementState state, int? victim, string? what) => victim is not { } number || state.Victims.IsOnly(number) ? what
        : what is null ? VictimWords.Of(state.Victims, number)
        : $"{VictimWords.Of(state.Victims, number)}, {what}";

    private static string Numbered(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Paper(AgreementState state, string id)
    {
        var paper = state.Documents.First(document => document.Id == id);
        return $"{DocumentWords.Of(paper.Kind)} of {Words.Date(paper.KeptAt)}";
    }

    /// <summary>Only the partner whose it is records what came of it.</summary>
    private static string Onward(AgreementState state, int number) =>
        state.Support.HealthCheck!.Onward.First(one => one.Number == number) is var referral ? $"{SupportWords.Of(referral.Kind)}, {Words.Date(referral.On)}" : "";

    private static string Warning(AgreementState state, int number)
    {
        var warning = state.Warnings.First(issued => issued.Number == number);
        return $"{Words.Of(warning.Level)} warning of {Words.Date(warning.At)}";
    }
}
