using System.Collections.Concurrent;
using Diversion.Casework;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Planning;
using Diversion.Simulation.VirtualTime;
using NodaTime;

namespace Diversion.Simulation.Running;

/// <summary>
/// Goes from instant to instant: first everything that people and feeds do, agreements in parallel and each agreement in
/// its own order; then the sweep of what has fallen due; then what people plan because of the changes.
/// </summary>
/// <remarks>An agreement is changed only by its own acts and its own due moments, and has its own random numbers, so its
/// stream is the same however the work is spread over threads.
/// </remarks>
internal sealed class Engine(Installation installation, TimeMachine clock, ChangeQueue changes, Setting setting, int atOnce)
{
    private readonly Agenda agenda = new();
    private readonly Dictionary<string, CaseFile> files = [];
    private readonly Dictionary<string, Instant?> dueOf = [];
    private readonly PriorityQueue<string, Instant> alarms = new();
    private readonly HashSet<CaseFile> changed = [];
    private bool undelivered;

    public RefusalCount Refusals { get; } = new();

    public void Enrol(CaseFile file)
    {
        files.Add(file.Id.Value, file);
        file.Begin(agenda, file.Participant.ReferredAt, now => EnrolmentPlan.Refer(file, now));
    }

    /// <param name="until">Nothing happens after this instant; later plans wait for another run.</param>
    /// <param name="betweenPosts">
    /// How long mail may wait. Delivery changes no agreement, and what waits together shares its commits; but a mail says "today"
    /// of the day on which it is sent, so it has to be zero where somebody reads it.
    /// </param>
    /// <param name="reached">Called for each virtual day.</param>
    public async Task Run(Instant until, Duration betweenPosts, Action<Instant>? reached, CancellationToken cancellation)
    {
        var (nextPost, nextDay) = (Instant.MinValue, Instant.MinValue);
        while (Next() is { } next && next <= until)
        {
            cancellation.ThrowIfCancellationRequested();
            if (next >= nextPost)
            {
                await Deliver(clock.GetCurrentInstant(), cancellation);
                nextPost = next + betweenPosts;
            }

            if (next >= nextDay)
            {
                nextDay = next + Duration.FromDays(1);
                reached?.Invoke(next);
            }

            clock.MoveTo(next);
            await Act(next, cancellation);
            Notice();
            if (Alarm() <= next)
            {
                await installation.Sweep.Run(next, cancellation);
                Notice();
            }

            await Plan(next, cancellation);
        }

        await Deliver(clock.GetCurrentInstant(), cancellation);
        if (until > clock.GetCurrentInstant() && until != Instant.MaxValue)
        {
            clock.MoveTo(until);
        }
    }

    private Instant? Next() => (agenda.Next, Alarm()) switch
    {
        ({ } act, { } due) => Instant.Min(act, due),
        (var act, var due) => act ?? due,
    };

    /// <summary>The earliest due moment; rows that have moved since are skipped.</summary>
    private Instant? Alarm()
    {
        while (alarms.TryPeek(out var id, out var at))
        {
            if (dueOf[id] == at)
            {
                return at;
            }

            alarms.Dequeue();
        }

        return null;
    }

    private async Task Act(Instant now, CancellationToken cancellation)
    {
        if (agenda.Next != now)
        {
            return;
        }

        var work = agenda.Take(now);
        if (work.Count == 1)
        {
            await Act(work[0], now, cancellation, allocates: true);
            return;
        }

        var allocating = new ConcurrentBag<(List<(CaseFile Case, Act Act)> Acts, int From)>();
        await Parallel.ForEachAsync(
            work,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
            async (acts, stop) =>
            {
                if (await Act(acts, now, stop) is { } from)
                {
                    allocating.Add((acts, from));
                }
            });

        // A trial gives its places in the order in which they are asked for.
        foreach (var (acts, from) in allocating.OrderBy(one => one.Acts[0].Case.Index))
        {
            await Act(acts, now, cancellation, from, allocates: true);
        }
    }

    /// <returns>The place of an act that waits for its turn among those that ask for an arm; null when all were done.</returns>
    private async Task<int?> Act(List<(CaseFile Case, Act Act)> acts, Instant now, CancellationToken cancellation, int from = 0, bool allocates = false)
    {
        for (var place = from; place < acts.Count; place++)
        {
            var (file, act) = acts[place];
            var state = await installation.Casework.Find(file.Id, cancellation);
            if (file.Holds(state, now) || act.Make(state, now) is not { } command)
            {
                continue;
            }

            if (command is ReferralCommand.AllocateArm && !allocates)
            {
                return place;
            }

            var outcome = await installation.Casework.Execute(file.Id, command, null, cancellation);
            if (outcome is not Outcome.Refused refused)
            {
                continue;
            }

            Refusals.Count(command, refused.Refusal);
            state = await installation.Casework.Find(file.Id, cancellation);
            if (act.Otherwise?.Invoke(state, now) is { } other
                && await installation.Casework.Execute(file.Id, other, null, cancellation) is Outcome.Refused again)
            {
                Refusals.Count(other, again.Refusal);
            }
        }

        return null;
    }

    private void Notice()
    {
        while (changes.TryTake(out var change))
        {
            if (files.TryGetValue(change.Stream.Id, out var file))
            {
                changed.Add(file);
            }

            undelivered |= change.HasMessages;

            // Changes of one agreement arrive in order: the last one counts.
            if (!dueOf.TryGetValue(change.Stream.Id, out var before) || before != change.NextDue)
            {
                dueOf[change.Stream.Id] = change.NextDue;
                if (change.NextDue is { } at)
                {
                    alarms.Enqueue(change.Stream.Id, at);
                }
            }
        }
    }

    private async Task Plan(Instant now, CancellationToken cancellation)
    {
        foreach (var file in changed)
        {
            if (await installation.Casework.Find(file.Id, cancellation) is { } state && !file.Holds(state, now))
            {
                CasePlan.Plan(file, state, now, setting);
                file.MoveTo(agenda);
            }
        }

        changed.Clear();
    }

    private async Task Deliver(Instant now, CancellationToken cancellation)
    {
        if (undelivered)
        {
            undelivered = false;
            await installation.Delivery.Run(now, cancellation);
        }
    }
}
