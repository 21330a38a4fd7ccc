using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Tests.Properties;
using Diversion.Functions.Workflows;
using FsCheck;
using FsCheck.Fluent;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>What fell due in random lives of agreements, by the workflow that keeps its time and the rule that it comes from.</summary>
internal sealed class FallsDue
{
    private const int Lives = 1_500;
    private const int Seed = 2026;

    /// <summary>What hardly any random life reaches.</summary>
    private static readonly Case[] Rare =
    [
        Brought.ToActive(Brought.Reparation()).Meeting("reparation", "s-1", "2026-03-12 09:00", Attendance.EvidenceAwaited),
        Brought.ToActive().When(new Domain.Term.TermCommand.ReportUndelivered("DV-1.1.1", Domain.Referral.ContactField.Email), Actor.Clock),
        Brought.ToActive(new Domain.Conditions.ConditionTerms.Course()).Meeting("course", "c-1", "2026-03-12 09:00", Attendance.EvidenceAwaited),
        Brought.ToActive(Brought.Pathway()).Started().Meeting("pathway", "p-1", "2026-03-12 09:00", Attendance.EvidenceAwaited),
    ];

    private readonly Dictionary<(string Workflow, string Rule), Row> rows = [];
    private readonly HashSet<string> outlived = [];

    public static FallsDue InRandomLives { get; } = Observe();

    public IEnumerable<Row> Of(string workflow) => rows.Values.Where(row => row.Workflow == workflow);

    public IEnumerable<string> Workflows => rows.Keys.Select(key => key.Workflow).Distinct();

    /// <summary>Whether something was still due on it when the agreement had ended.</summary>
    public bool Outlives(string workflow) => outlived.Contains(workflow);

    private static FallsDue Observe()
    {
        var observed = new FallsDue();
        foreach (var journey in Journeys.Journey().Generator.Sample(size: 50, seed: new Rnd(Seed), numberOfSamples: Lives))
        {
            var lived = journey.Live((_, _, decision, agreement) => observed.Look(decision.State, agreement.RulesInForce));
            observed.LiveOn(lived.State, lived.RulesInForce);
        }

        foreach (var rare in Rare)
        {
            observed.LiveOn(rare.State, rare.RulesInForce);
        }

        return observed;
    }

    /// <summary>Nobody does anything any more: everything that is due happens, the late steps of each ladder too.</summary>
    private void LiveOn(AgreementState state, RulesInForce inForce)
    {
        for (var moments = 0; moments < 60 && Agreement.NextDue(state) is { } next; moments++)
        {
            Look(state, inForce);
            state = Agreement.Decide(state, new TimePassed { By = Actor.Clock, At = next }, inForce).State;
        }
    }

    private void Look(AgreementState state, RulesInForce inForce)
    {
        var due = Agreement.Due(state);
        if (due.Count == 0)
        {
            return;
        }

        var tracks = Agreement.OpenTracks(state).ToDictionary(track => track.Id, WorkflowIds.WorkflowOf);
        foreach (var moment in due)
        {
            var workflow = tracks[Agreement.TrackOf(state, moment)];
            Row(workflow, moment.Rule).Take(state, moment, inForce.Scheme);
            if (state.IsTerminal)
            {
                outlived.Add(workflow);
            }
        }

        // What follows is known of a moment that comes alone.
        if (due.Count == 1 || due[1].At > due[0].At)
        {
            var follows = Agreement.Decide(state, new TimePassed { By = Actor.Clock, At = due[0].At }, inForce).Events;
            Row(tracks[Agreement.TrackOf(state, due[0])], due[0].Rule).Follows.UnionWith(follows.Select(happened => happened.GetType().Name));
        }
    }

    private Row Row(string workflow, string rule)
    {
        if (!rows.TryGetValue((workflow, rule), out var row))
        {
            rows[(workflow, rule)] = row = new Row(workflow, rule);
        }

        return row;
    }
}

internal sealed class Row(string workflow, string rule)
{
    public string Workflow => workflow;

    public string Rule => rule;

    public SortedSet<DueKind> Kinds { get; } = [];

    public SortedSet<AgreementStatus> While { get; } = [];

    public SortedSet<Addressee> Reminded { get; } = [];

    /// <summary>By how late they are told.</summary>
    public SortedSet<(int Step, Addressee To)> Told { get; } = [];

    /// <summary>Names of events.</summary>
    public SortedSet<string> Follows { get; } = new(StringComparer.Ordinal);

    public void Take(AgreementState state, DueMoment moment, SchemeRules scheme)
    {
        Kinds.Add(moment.Kind);
        While.Add(state.Status);
        if (moment.Kind is DueKind.ParticipantReminded)
        {
            Reminded.Add(Addressee.Participant);
        }

        if (state.Obligations.FirstOrDefault(open => open.Id == moment.Subject) is { } obligation && moment.Kind is DueKind.OwnerReminded or DueKind.Escalated)
        {
            // What is due before nine o'clock is reminded of and late at the same instant.
            var step = moment.Kind is DueKind.Escalated ? obligation.Deadline.Ladder.LastIndexOf(moment.At) : 0;
            if (moment.Kind is DueKind.OwnerReminded)
            {
                Reminded.Add(obligation.Owner);
            }
            else
            {
                Told.Add((step, obligation.ToldAt(step, scheme.Escalation)));
            }
        }
    }
}
