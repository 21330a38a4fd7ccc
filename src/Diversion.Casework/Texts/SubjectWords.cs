using System.Globalization;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Texts;

/// <summary>The subject of an action as text: "meeting of 10am on 3 March 2026".</summary>
internal static class SubjectWords
{
    public static string? Of(AgreementState state, AgreementCommand command, CommandSubject subject) => command switch
    {
        ReferralCommand.RecordCheck { Check: CheckKind.Safeguarding } => "safeguarding check",
        ReferralCommand.RecordCheck => "domestic-abuse check",
        ReferralCommand.CorrectOffence own => $"offence {own.Number}",
        ReferralCommand.RemoveOffence own => $"offence {own.Number}",
        VictimCommand.TellVictim own => own.News == VictimNews.Decision ? "told of the decision" : "told of the ending",
        Domain.Telling.TellingCommand.TellPerson own => NewsWords.Of(own.News),
        Domain.Telling.TellingCommand.RecordAnswer own => NewsWords.Of(own.News),
        Domain.Breach.BreachCommand.WithdrawWarning own => Warning(state, own.Number),
        Domain.Term.TermCommand.AcknowledgeAlert own => AlertWords.Of(state.Alerts.First(alert => alert.Id == own.AlertId).Kind),
        PathwayCommand.RecordPathwayAssessment own => $"{ConditionWords.Of(state, own.ConditionId)}, {Words.Of(own.Point)} assessment",
        SupervisionCommand.ExcusePeriod own => Period(state.Condition<SupervisionCondition>(own.ConditionId).Periods[own.Period - 1]),
        TagMonitoringCommand.ReviewTagEvent own =>
            TagEvent(state.Condition<TagMonitoringCondition>(own.ConditionId).EventOrNull(own.TagEventId)!),
        _ when subject is { Condition: { } condition, Item: { } item } => Appointment(state.Condition<AppointmentCondition>(condition), item),
        _ when subject.Condition is { } condition => ConditionWords.Of(state, condition),
        _ => null,
    };

    /// <summary>The subject of an obligation.</summary>
    public static string? Of(AgreementState state, CommandSubject about) => about switch
    {
        { Condition: null, Item: { } id } when state.NewsOrNull(id) is { } news => NewsWords.Of(news.Kind, news.Number),
        { Condition: null } => null,
        { Item: { } item } => state.ConditionOrNull(about.Condition) switch
        {
            AppointmentCondition own when own.AppointmentOrNull(item) is not null => Appointment(own, item),
            SupervisionCondition own when own.Periods.FirstOrDefault(period => Numbered(period) == item) is { } period => Period(period),
            TagMonitoringCondition own when own.EventOrNull(item) is { } received => TagEvent(received),
            _ => ConditionWords.Of(state, about.Condition),
        },
        _ => ConditionWords.Of(state, about.Condition),
    };

    /// <summary>A meeting for supervision, a session for everything else.</summary>
    public static string Thing(Condition condition) => condition is SupervisionCondition ? "meeting" : "session";

    public static string Appointment(AppointmentCondition condition, string id) =>
        $"{Thing(condition)} of {Words.Moment(condition.AppointmentOrNull(id)!.StartsAt)}{(condition is SupervisionCondition ? "" : $" ({ConditionWords.Of(condition)})")}";

    public static string TagEvent(TagEvent received) => $"{Words.Of(received.Kind)} on {EventWords.At(received.OccurredAt)}";

    public static string Period(SupervisionPeriod period) =>
        $"period {Numbered(period)}, {Words.Date(period.From)} to {Words.Date(period.To)}";

    private static string Numbered(SupervisionPeriod period) => period.Number.ToString(CultureInfo.InvariantCulture);

    private static string Warning(AgreementState state, int number)
    {
        var warning = state.Warnings.First(issued => issued.Number == number);
        return $"{Words.Of(warning.Level)} warning of {Words.Date(warning.At)}";
    }
}
