using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>What somebody has to do in their own cases, the most urgent first.</summary>
/// <param name="Cases">On their caseload.</param>
/// <param name="Later">How many more things are known to come after this week.</param>
/// <param name="Escalated">Late promises of others, in the teams that they manage, of which they were told; null for those who manage none.</param>
public sealed record MyWork(Instant AsOf, int Cases, IReadOnlyList<WorkItem> Items, int Later, IReadOnlyList<WorkItem>? Escalated);

/// <summary>One thing to do.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="At">When it takes place, or by when it is to be done.</param>
/// <param name="Date">The local day (Europe/London) of <paramref name="At"/>, and <paramref name="Time"/> the time of day there.</param>
/// <param name="Rule">The rule that it comes from, in words.</param>
/// <param name="Advice">What to do, in a sentence or two.</param>
/// <param name="Condition">Id of the condition, as <paramref name="Item"/> of the appointment, period or tag event; both in words in <paramref name="About"/>.</param>
/// <param name="Next">The command that does it, and <paramref name="NextLabel"/> what its button says; left out when there is none for this person.</param>
public sealed record WorkItem(
    string Agreement,
    string Name,
    WorkKind Kind,
    WorkWhen When,
    string What,
    Instant At,
    LocalDate Date,
    LocalTime Time,
    string Rule,
    string Advice,
    string? Condition,
    string? Item,
    string? About,
    string? Next,
    string? NextLabel)
{
    /// <summary>Who owes it, when it is somebody else's.</summary>
    public string? Owner { get; init; }

    /// <summary>It was escalated to the lead, too.</summary>
    public bool LeadTold { get; init; }
}

public enum WorkWhen
{
    /// <summary>Its moment is past.</summary>
    Overdue,

    /// <summary>Today, or whenever it is ready to be done.</summary>
    Today,

    /// <summary>In the seven days after today.</summary>
    ThisWeek,
}

public enum WorkKind
{
    /// <summary>A supervision meeting to hold.</summary>
    Meeting,

    /// <summary>A session of reparation or of a pathway.</summary>
    Session,

    /// <summary>A meeting or session whose outcome is to be recorded.</summary>
    Outcome,
    Evidence,

    /// <summary>A referral that the provider is to accept or decline.</summary>
    Referral,

    /// <summary>Something to be arranged before a condition can be carried out.</summary>
    SetUp,

    /// <summary>A step of a condition that is under way.</summary>
    Progress,
    TagEvent,
    TagRemoval,
    VictimPromise,

    /// <summary>The person must be told about a warning, a change, a breach or the ending.</summary>
    TellPerson,

    /// <summary>The person may answer a proposed breach.</summary>
    PersonAnswer,
    Check,
    Eligibility,
    Offer,

    /// <summary>A custody notice about somebody who has no agreement.</summary>
    CustodyNotice,

    /// <summary>A case that came back to the officer: what happened to it is to be recorded.</summary>
    CaseOutcome,

    /// <summary>The victim changed their mind about restorative justice: their answer is recorded anew.</summary>
    VictimAnswer,

    /// <summary>A provider or facilitator wrote something that is to be read.</summary>
    PartnerNote,

    /// <summary>Somebody else's promise that is late.</summary>
    Chase,
}
