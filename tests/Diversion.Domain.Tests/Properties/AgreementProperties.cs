using System.Reflection;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Offer;
using Diversion.Domain.Support;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using FsCheck.Xunit;

namespace Diversion.Domain.Tests.Properties;

/// <summary>What is true in every life of an agreement.</summary>
[Lives]
public sealed class AgreementProperties
{
    [Property]
    public void Terminal_is_final(Journey journey) => journey.Live((before, _, decision, _) =>
    {
        // What was handed over is taken back or taken in until the other side has confirmed: HandOverTests.
        if (before is { IsTerminal: true, HandedOver: null or { IsConfirmed: true } })
        {
            Assert.Equal((before.Status, before.EndedAt), (decision.State.Status, decision.State.EndedAt));
            Assert.Equal(Shape.Of(before.Conditions.Select(condition => condition.Status)), Shape.Of(decision.State.Conditions.Select(condition => condition.Status)));
        }
    });

    [Property]
    public void No_breach_without_a_lead_other_than_the_proposer(Journey journey)
    {
        var lived = journey.Live((_, command, decision, _) =>
        {
            if (decision.Events.OfType<BreachEvent.AgreementBreached>().Any())
            {
                Assert.IsType<BreachCommand.DecideBreach>(command);
            }
        });
        foreach (var breached in lived.All<BreachEvent.AgreementBreached>())
        {
            var proposed = Assert.Single(lived.All<BreachEvent.BreachProposed>(), one => one.Number == breached.Number);
            Assert.NotEqual(proposed.ProposerId, breached.DeciderId);
            Assert.StartsWith("lead-", breached.DeciderId, StringComparison.Ordinal);
        }
    }

    [Property]
    public void Replay_is_the_state(Journey journey)
    {
        var lived = journey.Live((before, _, decision, _) =>
        {
            var folded = decision.Events.Aggregate(before, Agreement.Evolve);
            Assert.Equal(Shape.Of(folded), Shape.Of(decision.State));
        });

        var replayed = lived.History.Aggregate((AgreementState?)null, Agreement.Evolve);
        Assert.Equal(Shape.Of(replayed), Shape.Of(lived.State));
        Assert.Equal(lived.History.Count, replayed!.Version);
    }

    [Property]
    public void A_refusal_raises_nothing_but_a_flag(Journey journey) => journey.Live((_, _, decision, _) =>
    {
        if (decision.Refusal is not null)
        {
            Assert.All(decision.Events, happened => Assert.True(happened is TagMonitoringEvent.TagEventRefused or SupportEvent.MentorRefused, happened.ToString()));
        }
    });

    [Property]
    public void Asking_twice_changes_nothing(Journey journey)
    {
        var lived = journey.Live();
        var now = Instant.Max(lived.Now, lived.State.Term?.EndsAt ?? lived.Now);
        Journey.Drain(lived, now);

        lived.When(new TimePassed { At = now }, Actor.Clock).ThenNothing();
    }

    [Property]
    public void Credited_minutes_are_never_above_the_target(Journey journey) => journey.Live((_, _, decision, _) =>
        Assert.All(decision.State.Conditions.OfType<ReparationCondition>(), own =>
        {
            Assert.InRange(own.CreditedMinutes, 0, own.TargetMinutes);
            Assert.Equal(own.CreditedMinutes, own.Appointments.Sum(session => session.CreditedMinutes));
        }));

    [Property]
    public void No_term_ends_past_its_charge_by_margin(Journey journey)
    {
        var lived = journey.Live();

        if (lived.State is { Term: { } term, Referral.ChargeBy: { Date: not null } chargeBy })
        {
            Assert.True(term.LastDay <= chargeBy.LatestEnd(lived.RulesInForce.Scheme.ChargeBy.MarginDays));
        }
    }

    [Property]
    public void Nothing_that_was_due_is_forgotten(Journey journey)
    {
        var lived = journey.Live((before, _, decision, _) =>
        {
            var state = before;
            foreach (var happened in decision.Events)
            {
                var next = Agreement.Evolve(state, happened);
                foreach (var open in state!.Obligations.Where(open => !next.HasObligation(open.Id)))
                {
                    Assert.True(Settling.May(happened, open, state!), $"{happened.GetType().Name} closed {open.Id}");
                }

                state = next;
            }
        });
        var now = lived.Now + Duration.FromDays(400);
        Journey.Drain(lived, now);

        Assert.All(Agreement.Due(lived.State), moment => Assert.True(moment.At > now));
        Assert.All(lived.State.Obligations, open => Assert.True(HasClimbed(open) || IsChasedByOutcome(open), $"{open.Id} stands still at {open.Step}"));

        bool HasClimbed(Obligation open) => open.Deadline.Ladder.Count(at => at <= now) == open.Step;

        // For a meeting without a recorded outcome, the outcome escalates instead of the period.
        bool IsChasedByOutcome(Obligation open) =>
            open.Deadline.Rule is RuleIds.SupervisionFirst or RuleIds.SupervisionPeriod
            && lived.State.Obligations.Any(outcome =>
                outcome.Track == open.Track && outcome.Deadline.Rule == RuleIds.AppointmentOutcome && HasClimbed(outcome));
    }

    [Property]
    public void Due_moments_come_from_stored_events(Journey journey)
    {
        var lived = journey.Live();
        var stored = new HashSet<Instant>();
        lived.History.ToList().ForEach(happened => Collect(happened, stored));

        // Agreements from before there was follow-up, or an exit plan, have no event that sets it, so its beginning follows from the day of the start.
        Assert.All(Agreement.Due(lived.State).Where(moment => moment.Kind is not (DueKind.FollowUpSet or DueKind.ExitPlanAsked)), moment => Assert.Contains(moment.At, stored));
    }

    [Property]
    public void The_next_due_moment_is_the_earliest_of_all(Journey journey) => journey.Live((_, _, decision, _) =>
    {
        var due = Agreement.Due(decision.State);
        Assert.Equal(due.Count == 0 ? null : due.Min(moment => moment.At), Agreement.NextDue(decision.State));
        Assert.Equal(due.Select(moment => moment.At).Order(), due.Select(moment => moment.At));
        Assert.Equal(due.Count, due.Distinct().Count());
    });

    [Property]
    public void The_earliest_of_all_tracks_is_what_falls_due_next(Journey journey) => journey.Live((_, _, decision, _) =>
    {
        var tracks = Agreement.OpenTracks(decision.State);
        Assert.Equal(Agreement.NextDue(decision.State), tracks.Min(track => track.NextDue));
        Assert.Equal(tracks.Count, tracks.Select(track => track.Id).Distinct().Count());
        Assert.All(tracks, track => Assert.Equal(track.NextDue, Agreement.NextDue(decision.State, track.Id)));
    });

    [Property]
    public void A_running_agreement_is_never_without_a_moment_or_a_lead_who_knows(Journey journey)
    {
        var lived = journey.Live();
        Journey.Drain(lived, lived.Now + Duration.FromDays(400));

        if (lived.Status.IsRunning())
        {
            Assert.True(
                Agreement.NextDue(lived.State) is not null || lived.State.Obligations.Any(open => open.RaisedToLeadAt is not null),
                $"{lived.Status} is stuck and silent");
        }
    }

    private static void Collect(object? value, HashSet<Instant> instants)
    {
        switch (value)
        {
            case null or string or LocalDate or LocalTime or Enum:
                return;
            case Instant instant:
                instants.Add(instant);
                return;
            case System.Collections.IEnumerable many:
                foreach (var one in many)
                {
                    Collect(one, instants);
                }

                return;
        }

        if (value.GetType().Namespace!.StartsWith("Diversion", StringComparison.Ordinal))
        {
            foreach (var member in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                Collect(member.GetValue(value), instants);
            }
        }
    }
}
