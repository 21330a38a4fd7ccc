using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class ReparationDescriptor : ConditionDescriptor
{
    private const string Wants = "yes";

    public override ConditionKind Kind => ConditionKind.Reparation;

    public override string ShortName => "reparation hours";

    public override string Hint => "Unpaid work that helps the community, or the victim if both wish.";

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) =>
        Told(((ConditionTerms.Reparation)terms).Hours ?? scheme.Reparation.DefaultHours, ((ConditionTerms.Reparation)terms).Victim is not null);

    internal override string Plain(Condition condition, SchemeRules scheme) => Told(((ReparationCondition)condition).TargetMinutes / 60, ((ReparationCondition)condition).Victim is not null);

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) =>
    [
        .. ((ConditionTerms.Reparation)terms).Provider is { } provider ? [$"The work is with {provider}."] : (IEnumerable<string>)[],
        $"Do half of them by the middle of this agreement, and all of them at least {Wording.Count(scheme.Reparation.FinishDaysBeforeEnd, "day")} before it ends.",
    ];

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<ReparationEvent.ReparationBegan>("reparation.began"),
        EventEntry.Of<ReparationEvent.PlacementArranged>("reparation.placement-arranged"),
        EventEntry.Of<ReparationEvent.VictimChangedMind>("reparation.victim-changed-mind"),
        EventEntry.Of<ReparationEvent.ReparationDeadlineMoved>("reparation.deadline-moved"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        ReparationEvent.ReparationBegan e => $"The condition reparation began: {Words.Length(e.TargetMinutes)}{(e.Victim is null ? "" : " of work for the victim")}, all credited by {Wording.At(e.All.Due)}.",
        ReparationEvent.PlacementArranged e => $"A placement was arranged from {Words.Date(e.StartsOn)}{(e.CommunitySafety ? ", on a community safety project" : "")}.",
        ReparationEvent.VictimChangedMind e => e.Wants ? "The victim changed their mind and wants the work." : "The victim changed their mind and does not want the work.",
        ReparationEvent.ReparationDeadlineMoved e => $"All hours are to be credited by {Wording.At(e.All.Due)} now.",
        _ => throw Wording.Missing(happened),
    };

    internal override Beginning? Began(ConditionKindEvent happened) => happened is ReparationEvent.ReparationBegan e
        ? new(e.ConditionId, new ConditionTerms.Reparation(e.TargetMinutes / 60, e.Provider, e.Victim, e.Victim is not null), e.Placement)
        : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme)
    {
        var own = (ReparationCondition)condition;
        return view with { Hours = new HoursView(own.CreditedMinutes, own.TargetMinutes, own.Provider, own.Placement) };
    }

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state)
    {
        if (condition.Hours is not { } hours)
        {
            yield break;
        }

        yield return ("Credited", $"{(hours.CreditedMinutes == 0 ? "Nothing" : Words.Length(hours.CreditedMinutes))} of {Words.Length(hours.TargetMinutes)}");
        yield return ("Placement", hours.Placement is { } placement
            ? $"{placement.Project}, from {Words.Date(placement.StartsOn)}{(placement.CommunitySafety ? ", a community safety project" : "")}"
            : "Not arranged yet");
        if (hours.Provider is { } provider)
        {
            yield return ("Provider", provider);
        }
    }

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(RuleIds.ReparationPlacement, "placement", "the placement", new("Arrange a reparation placement", "Choose a project and record the first day.")) { Work = WorkKind.SetUp, Command = CommandCatalogue.NameOf<ReparationCommand.ArrangePlacement>() },
        new(RuleIds.ReparationHalf, "half", "half of the hours", new("Half of the reparation hours", "Record the sessions so far. If hours are missing, book more and ask what is in the way.")) { Again = "half of the hours" },
        new(RuleIds.ReparationAll, "all", "all of the hours", new("All of the reparation hours", "Record the sessions so far. If hours are missing, book them now or talk to the lead.")) { Again = "all of the hours" },
    ];

    internal override string? Next(Condition condition, string rule)
    {
        var own = (ReparationCondition)condition;
        return own.Placement is null ? CommandCatalogue.NameOf<ReparationCommand.ArrangePlacement>()
            : IsBooked(own, rule) ? null
            : CommandCatalogue.NameOf<AppointmentCommand.ScheduleAppointment>();
    }

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Record what the victim wants", "It was recorded what the victim wants.", answers => new ReparationCommand.RecordVictimOnWork(answers.Condition, answers.Chosen == Wants)) with
        {
            Explain = "Work for a victim needs their yes, and they may change their mind at any time. A no stops the work and never counts against the person: a lead replaces or waives the condition.",
            Choice = new("What does the victim say about the work?", "what the victim says", [new StepAnswer(Wants, "They want it"), new StepAnswer("no", "They do not want it")]),
        },
    ];

    /// <summary>If the person comes to the booked sessions, the hours are reached: no more sessions have to be booked.</summary>
    private static bool IsBooked(ReparationCondition own, string rule)
    {
        var minutes = own.CreditedMinutes + own.Appointments.Where(session => session.Status == AppointmentStatus.Scheduled).Sum(session => session.Minutes);
        return rule switch
        {
            RuleIds.ReparationHalf => minutes >= own.TargetMinutes / 2,
            RuleIds.ReparationAll => minutes >= own.TargetMinutes,
            _ => false,
        };
    }

    private static string Told(int hours, bool forVictim) => forVictim
        ? $"Do {hours} hours of unpaid work for the person you harmed, if they still want it. If they do not, that is never counted against you."
        : $"Do {hours} hours of unpaid work that helps the community.";
}
