using System.Collections.Immutable;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Functions.Tests.Lives;

/// <summary>Lives that together go through every phase. Those of spring and autumn cross a clock change.</summary>
internal static class AllLives
{
    /// <summary>Clocks go forward on 29 March 2026.</summary>
    private static readonly LocalDate Spring = new(2026, 2, 24);

    /// <summary>Clocks go back on 25 October 2026.</summary>
    private static readonly LocalDate Autumn = new(2026, 8, 17);

    public static ImmutableArray<ConditionTerms> EveryCondition { get; } =
    [
        new ConditionTerms.NoReoffending(),
        new ConditionTerms.Supervision(),
        new ConditionTerms.Reparation(18, "Green Works"),
        new ConditionTerms.TagMonitoring([new TagZone(TagZoneKind.Exclusion, "Mallard Street")]),
        new ConditionTerms.RestorativeJustice(Programmes.FacilitatorRef),
        new ConditionTerms.Pathway(PathwayKind.Accommodation, "Home First"),
    ];

    public static Life Completed { get; } = new("completed", Spring, 150, EveryCondition)
    {
        Besides = [(30, TagEvent("t-1", TagEventKind.BatteryLow, Spring.PlusDays(30))), (31, TagEvent("t-2", TagEventKind.Tamper, Spring.PlusDays(31)))],
    };

    public static Life CompletedInAutumn { get; } = new("completed-in-autumn", Autumn, 150, EveryCondition);

    public static Life Breached { get; } = new("breached", Spring, 80, EveryCondition)
    {
        Besides =
        [
            (15, new BreachCommand.RecordFailure("f-1") { By = Programmes.Worker }),
            (22, new BreachCommand.RecordFailure("f-2") { By = Programmes.Worker }),
            (40, new BreachCommand.RecordFailure("f-3") { By = Programmes.Worker }),
            (47, new BreachCommand.DecideBreach(BreachDecision.Confirm) { By = Programmes.Lead }),
        ],
    };

    public static Life Discontinued { get; } = new("discontinued", Spring, 60, EveryCondition)
    {
        Besides = [(33, new TermCommand.Discontinue(DiscontinuationCause.Moved) { By = Programmes.Lead })],
    };

    public static Life Lapsed { get; } = new("lapsed", Spring, 40, EveryCondition) { Signs = false };

    public static Life Varied { get; } = new("varied", Spring, 170,
        [new ConditionTerms.NoReoffending(), new ConditionTerms.Supervision(), new ConditionTerms.Pathway(PathwayKind.Accommodation, "Home First")])
    {
        Besides =
        [
            (25, new TermCommand.VaryAgreement([new ConditionTerms.Pathway(PathwayKind.DrugsAndAlcohol, "Clean Slate"), new ConditionTerms.Reparation()], ParticipantAgreed: true) { By = Programmes.Lead }),
            (60, new TermCommand.ExtendTerm(Spring.PlusDays(4).PlusMonths(4).PlusDays(14), true) { By = Programmes.Lead }),
        ],
    };

    /// <summary>Signed, and then nobody does anything: every ladder runs to its end.</summary>
    public static Life Neglected { get; } = new("neglected", Spring, 190, EveryCondition) { NeglectedFrom = 12 };

    /// <summary>Signed, then two days without anybody acting: short, for trying every point at which a process can die.</summary>
    public static Life Brief { get; } = new("brief", Spring, 9, EveryCondition) { NeglectedFrom = 7 };

    public static IReadOnlyList<Life> All { get; } = [Completed, CompletedInAutumn, Breached, Discontinued, Lapsed, Varied, Neglected];

    public static TheoryData<string> Names { get; } = [.. All.Select(life => life.Name)];

    public static Life Named(string name) => All.Single(life => life.Name == name);

    private static TagMonitoringCommand.ReceiveTagEvent TagEvent(string id, TagEventKind kind, LocalDate day) =>
        new("tag-monitoring", id, kind, Domain.Time.WorkingCalendar.At(day, new LocalTime(14, 0))) { By = Programmes.Lead };
}
