using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class SupervisionDescriptor : ConditionDescriptor
{
    public override ConditionKind Kind => ConditionKind.Supervision;

    public override string Name => "supervision meetings";

    public override string ChoiceName => Name;

    public override string Appointment => "meeting";

    public override bool IsUsual => true;

    public override string Hint => "Meetings with the key worker, who stays with the person.";

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) => Told(scheme);

    internal override string Plain(Condition condition, SchemeRules scheme) => Told(scheme);

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) =>
        ["Your key worker tells you when and where. If you cannot come, tell them before the meeting."];

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<SupervisionEvent.SupervisionBegan>("supervision.began"),
        EventEntry.Of<SupervisionEvent.PeriodOpened>("supervision.period-opened"),
        EventEntry.Of<SupervisionEvent.PeriodsEnded>("supervision.periods-ended"),
        EventEntry.Of<SupervisionEvent.PeriodExcused>("supervision.period-excused"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        SupervisionEvent.SupervisionBegan e => $"The condition supervision meetings began; the first meeting is held by {Wording.At(e.FirstMeeting.Due)}.",
        SupervisionEvent.PeriodOpened e => $"Supervision period {e.Period} began: {Words.Date(e.From)} to {Words.Date(e.To)}.",
        SupervisionEvent.PeriodsEnded => "The last supervision period ended.",
        SupervisionEvent.PeriodExcused e => $"Supervision period {e.Period} was excused.",
        _ => throw Wording.Missing(happened),
    };

    internal override Beginning? Began(ConditionKindEvent happened) =>
        happened is SupervisionEvent.SupervisionBegan e ? new(e.ConditionId, new ConditionTerms.Supervision(), e.FirstMeeting) : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme)
    {
        var own = (SupervisionCondition)condition;
        return view with { Meetings = new MeetingsView(own.PeriodsOpened, own.Current, own.Unsettled) };
    }

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state) => condition.Meetings is { } meetings
        ? [("This period", meetings.Current is not { } current
            ? "The last period has ended"
            : $"{Words.Date(current.From)} to {Words.Date(current.To)}: {(meetings.Unsettled.Any(period => period.Number == current.Number) ? "a meeting is still to be held" : "the meeting was held or excused")}")]
        : [];

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(RuleIds.SupervisionFirst, "first", "the first meeting", new("Hold the first supervision meeting", "Meet the person and record it. If it cannot be today, book it and ring them.")) { Work = WorkKind.SetUp, Command = CommandCatalogue.NameOf<AppointmentCommand.ScheduleAppointment>() },
        new(RuleIds.SupervisionPeriod, "period", "a meeting in the period", new("Hold a supervision meeting in this period", "Meet the person and record it, or excuse the period with your reason.")) { Command = CommandCatalogue.NameOf<AppointmentCommand.ScheduleAppointment>(), Again = "a supervision meeting in the period" },
    ];

    internal override string? Subject(AgreementState state, ConditionCommand command) => command is SupervisionCommand.ExcusePeriod own
        ? Item(state.Condition<SupervisionCondition>(own.ConditionId), own.Period.ToString(CultureInfo.InvariantCulture))
        : null;

    internal override string? Item(Condition condition, string item) =>
        ((SupervisionCondition)condition).Periods.FirstOrDefault(period => period.Number.ToString(CultureInfo.InvariantCulture) == item) is { } period
            ? $"period {item}, {Words.Date(period.From)} to {Words.Date(period.To)}"
            : null;

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Excuse the period", "The period was excused.", answers => answers.Number is { } period
            ? new SupervisionCommand.ExcusePeriod(answers.Condition, period)
            : null) with
        {
            Explain = "Excuse a period that had no meeting if that was nobody’s fault. The person does not need another meeting in it.",
            Reason = new("Why are you excusing it?", "the reason"),
        },
    ];

    private static string Told(SchemeRules scheme) => scheme.Supervision.WeeklyPeriods switch
    {
        0 => "Meet your key worker every 2 weeks.",
        1 => "Meet your key worker in the first week, then every 2 weeks.",
        var weeks => $"Meet your key worker every week for {weeks} weeks, then every 2 weeks.",
    };
}
