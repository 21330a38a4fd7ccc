using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Agreements;

/// <summary>The deadline of an obligation: the instant, the rule that set it, and who is told that it is late, and when.</summary>
/// <param name="Ladder">First the reminder to the owner on the due day, then one instant for each step of the scheme's
/// ladder. Stored with the event, so that a bank holiday proclaimed later does not move an existing deadline.
/// </param>
public sealed record Deadline(string Rule, Instant Due, ImmutableArray<Instant> Ladder)
{
    /// <summary>Who is told at each instant of the ladder; null for the scheme's overdue ladder.</summary>
    public ImmutableArray<Addressee>? To { get; init; }
}

/// <summary>An open obligation.</summary>
/// <param name="Id">Unique in the agreement, such as <c>supervision/outcome/m-3</c>.</param>
/// <param name="Track">The condition's id, or <see cref="Tracks"/>.</param>
/// <param name="Step">How many instants of the ladder have fired.</param>
/// <param name="AfterEnd">The obligation continues after the agreement ends (removing a tag, telling the victim).</param>
/// <param name="RaisedToLeadAt">When the ladder reached the programme lead; from then on it is in the lead's inbox.</param>
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

    /// <summary>How many steps of the ladder have fired since it was due; 0 or less before. Earlier steps are only reminders.</summary>
    public int Rung => Step - (Deadline.To is null ? 1 : Deadline.Ladder.Count(at => at < Deadline.Due));

    /// <summary>What happens at a step of the ladder: a reminder to the owner, or somebody is told.</summary>
    public DueKind KindAt(int step) => Deadline.To is { } to
        ? to[step] == Owner && Deadline.Ladder[step] < Deadline.Due ? DueKind.OwnerReminded : DueKind.Escalated
        : step == 0 ? DueKind.OwnerReminded : DueKind.Escalated;

    /// <summary>
    /// Who is told that it is late at a step of the ladder. The first step goes to the owner; a lead's own obligation never
    /// goes beyond a lead.
    /// </summary>
    public Addressee ToldAt(int step, EscalationRules escalation)
    {
        if (Deadline.To is { } to)
        {
            return to[step];
        }

        // The obligation may have been created under an earlier version of the scheme with a longer ladder.
        var rung = step <= escalation.Ladder.Length ? escalation.Ladder[step - 1].To : Addressee.ProgrammeLead;
        return rung == Addressee.KeyWorker || Owner == Addressee.ProgrammeLead ? Owner : rung;
    }

    /// <summary>Whether the ladder has reached this role.</summary>
    public bool HasReached(Addressee to, EscalationRules escalation) =>
        (Deadline.To is null ? Enumerable.Range(1, Math.Max(0, Step - 1)) : Enumerable.Range(0, Step)).Any(step => ToldAt(step, escalation) == to);

    /// <summary>
    /// What the obligation is about, named as in the command that fulfils it: its condition, with the appointment, period
    /// or tag event; without a condition, the check or the news.
    /// </summary>
    public CommandSubject About() => Deadline.Rule switch
    {
        RuleIds.CheckSafeguarding => new CommandSubject(Item: nameof(CheckKind.Safeguarding)),
        RuleIds.CheckDomesticAbuse => new CommandSubject(Item: nameof(CheckKind.DomesticAbuse)),
        RuleIds.VictimToldDecision when Tracks.VictimIn(Track) is { } victim => new CommandSubject(Item: VictimItem.Of(victim, VictimNews.Decision)),
        RuleIds.VictimToldEnding when Tracks.VictimIn(Track) is { } victim => new CommandSubject(Item: VictimItem.Of(victim, VictimNews.Ending)),
        RuleIds.VictimSupport when Tracks.VictimIn(Track) is { } victim => new CommandSubject(Item: CommandSubject.Numbered(victim)),
        RuleIds.CustodyNoticeRead or RuleIds.TellPerson or RuleIds.BreachAnswer or RuleIds.WarningContest => new CommandSubject(Item: Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        RuleIds.ComplaintAcknowledge or RuleIds.ComplaintAnswer or RuleIds.DataRequestAnswer or RuleIds.HealthCheckOnward or RuleIds.VisitOutcome or RuleIds.FollowUpCall => new CommandSubject(Item: Id[(Id.LastIndexOf('/') + 1)..]),
        RuleIds.MentorMeeting => new CommandSubject(Item: Support.Mentoring.NumberIn(Id)),
        RuleIds.PartnerNoteRead => new CommandSubject(Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        RuleIds.VictimRequestAcknowledged or RuleIds.VictimRequestAnswered when Tracks.VictimIn(Track) is { } victim && VictimItem.NumberOf(Id[(Id.LastIndexOf('/') + 1)..]) is { } request =>
            new CommandSubject(Item: VictimItem.Of(victim, request)),
        RuleIds.CaseOutcome or RuleIds.FollowUpResult or RuleIds.TeamAnswer or RuleIds.CourtesyReview or RuleIds.TransferConfirm or RuleIds.HealthCheckDone or RuleIds.ExitPlanBegun or RuleIds.ExitPlanAgreed or RuleIds.HandoverMeeting => default,
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

/// <summary>
/// Tracks that are not conditions. Moments of <see cref="Checks"/>, of each victim and <see cref="Person"/> belong to
/// the agreement's own track (<see cref="Track"/>).
/// </summary>
public static class Tracks
{
    public const string Agreement = "agreement";
    public const string Setup = "setup";
    public const string Checks = "checks";
    public const string Victim = "victim";
    public const string Person = "person";

    private const string OtherVictim = "victim-";

    /// <summary>The first victim's track is named as it was when a case had only one.</summary>
    public static string VictimOf(int victim) => victim == 1 ? Victim : OtherVictim + CommandSubject.Numbered(victim);

    /// <returns>The number of the victim; null when the track is none of a victim's.</returns>
    public static int? VictimIn(string track) => track == Victim ? 1
        : track.StartsWith(OtherVictim, StringComparison.Ordinal) ? VictimItem.NumberOf(track[OtherVictim.Length..])
        : null;
}
