using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Agreements;

/// <summary>A promise with a date: the instant, the rule that made it, and when whom is told that it is late.</summary>
/// <param name="Ladder">
/// First the reminder to the owner on the due day, then one instant for each step of the scheme's ladder. Kept with the
/// event: a bank holiday proclaimed later does not move a promise that was made.
/// </param>
public sealed record Deadline(string Rule, Instant Due, ImmutableArray<Instant> Ladder)
{
    /// <summary>Who is told at each instant of the ladder; null for the scheme's overdue ladder.</summary>
    public ImmutableArray<Addressee>? To { get; init; }
}

/// <summary>An open promise.</summary>
/// <param name="Id">Unique in the agreement, such as <c>supervision/outcome/m-3</c>.</param>
/// <param name="Track">The condition's id, or <see cref="Tracks"/>.</param>
/// <param name="Step">How many instants of the ladder have fired.</param>
/// <param name="AfterEnd">The promise outlives the agreement (removing a tag, telling the victim).</param>
/// <param name="RaisedToLeadAt">When the ladder reached the programme lead; then it is in the lead's inbox.</param>
public sealed record Obligation(
    string Id,
    string Track,
    Deadline Deadline,
    Addressee Owner,
    int Step = 0,
    bool AfterEnd = false,
    Instant? RaisedToLeadAt = null)
{
    public bool IsOverdue => Rung > 0;

    /// <summary>How many steps of the ladder have fired since it was due; 0 or less before. What fired earlier only reminded.</summary>
    public int Rung => Step - (Deadline.To is null ? 1 : Deadline.Ladder.Count(at => at < Deadline.Due));

    /// <summary>What happens at a step of the ladder: a reminder to the owner, or somebody is told.</summary>
    public DueKind KindAt(int step) => Deadline.To is { } to
        ? to[step] == Owner && Deadline.Ladder[step] < Deadline.Due ? DueKind.OwnerReminded : DueKind.Escalated
        : step == 0 ? DueKind.OwnerReminded : DueKind.Escalated;

    /// <summary>Who is told that it is late at a step of the ladder. The first rung is whoever owes it; what a lead owes goes no further than a lead.</summary>
    public Addressee ToldAt(int step, EscalationRules escalation)
    {
        if (Deadline.To is { } to)
        {
            return to[step];
        }

        // The promise may have been made under an earlier version of the scheme with a longer ladder.
        var rung = step <= escalation.Ladder.Length ? escalation.Ladder[step - 1].To : Addressee.ProgrammeLead;
        return rung == Addressee.KeyWorker || Owner == Addressee.ProgrammeLead ? Owner : rung;
    }

    /// <summary>Whether the ladder has been climbed as far as somebody.</summary>
    public bool HasReached(Addressee to, EscalationRules escalation) =>
        (Deadline.To is null ? Enumerable.Range(1, Math.Max(0, Step - 1)) : Enumerable.Range(0, Step)).Any(step => ToldAt(step, escalation) == to);

    /// <summary>
    /// The condition that it belongs to, or that is to be settled, and the appointment, period or tag event in it;
    /// without a condition, the check or the news: as the command that keeps it names them.
    /// </summary>
    public CommandSubject About() => Deadline.Rule switch
    {
        RuleIds.CheckSafeguarding => new CommandSubject(Item: nameof(CheckKind.Safeguarding)),
        RuleIds.CheckDomesticAbuse => new CommandSubject(Item: nameof(CheckKind.DomesticAbuse)),
        RuleIds.VictimToldDecision => new CommandSubject(Item: nameof(VictimNews.Decision)),
        RuleIds.VictimToldEnding => new CommandSubject(Item: nameof(VictimNews.Ending)),
        RuleIds.CustodyNoticeRead or RuleIds.TellPerson or RuleIds.BreachAnswer => new CommandSubject(Item: Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        RuleIds.PartnerNoteRead => new CommandSubject(Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        RuleIds.VictimSupport or RuleIds.CaseOutcome => default,
        _ => InCondition(),
    };

    private CommandSubject InCondition() => Id.Split('/') switch
    {
        ["settle", var condition] => new CommandSubject(condition),
        [var condition, _, var item] when condition == Track => new CommandSubject(condition, item),
        [var condition, ..] when condition == Track => new CommandSubject(condition),
        _ => default,
    };
}

/// <summary>Tracks that are not conditions. Moments of <see cref="Checks"/>, <see cref="Victim"/> and <see cref="Person"/> are kept with the agreement's own (<see cref="Track"/>).</summary>
public static class Tracks
{
    public const string Agreement = "agreement";
    public const string Setup = "setup";
    public const string Checks = "checks";
    public const string Victim = "victim";
    public const string Person = "person";
}
