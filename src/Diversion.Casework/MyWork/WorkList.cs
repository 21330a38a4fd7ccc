using Diversion.Casework.Conditions;
using NodaTime;

namespace Diversion.Casework.MyWork;

/// <summary>What a user has to do in their own cases, most urgent first.</summary>
/// <param name="Cases">Number of cases on their caseload.</param>
/// <param name="Later">How many more known tasks come after this week.</param>
/// <param name="Escalated">Overdue obligations of others in the teams that they manage, of which they were told; null for
/// those who manage none.</param>
public sealed record WorkList(Instant AsOf, int Cases, IReadOnlyList<WorkItem> Items, int Later, IReadOnlyList<WorkItem>? Escalated);

/// <summary>One task.</summary>
/// <param name="What">The task as text.</param>
/// <param name="At">When it takes place, or its deadline.</param>
/// <param name="Date">The local day (Europe/London) of <paramref name="At"/>, and <paramref name="Time"/> the time of day there.</param>
/// <param name="Rule">The rule that it comes from, as text.</param>
/// <param name="Advice">What to do, in a sentence or two.</param>
/// <param name="Condition">Id of the condition, as <paramref name="Item"/> of the appointment, period or tag event; both in words in <paramref name="About"/>.</param>
/// <param name="Next">The command that does it, and <paramref name="NextLabel"/> its button text; left out when this person
/// has none.</param>
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
    /// <summary>The owner of the obligation, if it is somebody else.</summary>
    public string? Owner { get; init; }

    /// <summary>The lead was told of it as well.</summary>
    public bool LeadTold { get; init; }
}

public enum WorkWhen
{
    /// <summary>Its time has passed.</summary>
    Overdue,

    /// <summary>Today, or already possible.</summary>
    Today,

    /// <summary>In the seven days after today.</summary>
    ThisWeek,
}
