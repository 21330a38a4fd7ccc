using System.Text.Json;
using Diversion.Casework.Feeds;
using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using Diversion.Simulation.Planning;
using Diversion.Simulation.Reporting;
using Diversion.Simulation.Running;
using NodaTime;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>
/// Whole agreements of a few random people on hosts that fail: the store, the destinations, the clock and the processes
/// themselves. Everything that happens follows from the seed, so that a run can be repeated.
/// </summary>
internal sealed class FaultRun : IDisposable
{
    private static readonly Behaviour Shipped = Behaviour.Read(Behaviour.ShippedFile);

    private readonly IFaultyDisk shared;
    private readonly SimulationOrder order;
    private readonly Setting setting;
    private readonly FaultSource faults;
    private readonly FaultyHosts hosts;
    private readonly Agenda agenda = new();
    private readonly Dictionary<string, CaseFile> files;
    private readonly HashSet<string> changed = [];
    private readonly Dictionary<string, (string Hash, AgreementState State)> read = [];
    private Instant now;
    private Instant wakes = Instant.MinValue;
    private Instant delivers = Instant.MinValue;
    private int requests;

    public FaultRun(ulong seed, FaultRates rates, IFaultyDisk? disk = null)
    {
        shared = disk ?? new WholeDisk();
        faults = new FaultSource(rates, seed);

        // One life is enough to find most faults; some have to do with two.
        order = SimulatedProgramme.Order(seed % 4 == 0 ? 2 : 1, seed);
        setting = new Setting(Shipped, new OfficeHours(order.Calendar), order.Scheme);
        var staff = ProgrammeStaff.For(order.Participants, 1, 1);
        var rulebook = new Rulebook(new SchemeCatalogue([order.Scheme]), order.Calendar, staff.Programme("Simulated programme", order.Scheme.Name, new Uri("http://127.0.0.1:5080")));
        now = OfficeHours.Slot(order.Start, 0);
        Box = new PostBox(faults);
        files = Enrolment.Of(order, setting, staff).ToDictionary(file => file.Id.Value);
        hosts = new FaultyHosts(shared, rulebook, faults, Box, seed, stream => changed.UnionWith(stream is null ? files.Keys : [stream]));
        foreach (var file in files.Values)
        {
            file.Begin(agenda, file.Participant.ReferredAt, at => EnrolmentPlan.Refer(file, at));
        }
    }

    public ITableStore Disk => shared.Direct;

    public PostBox Box { get; }

    public Answers Answers { get; } = new();

    public IReadOnlyDictionary<string, int> Happened => faults.Happened;

    public IEnumerable<AgreementId> Agreements => files.Values.Select(file => file.Id);

    public Instant Ended => now;

    /// <summary>The messages of errors that a process logged while it was alive.</summary>
    public IReadOnlyList<string> Errors => hosts.Errors;

    public async Task Run()
    {
        var end = WorkingCalendar.EndOf(order.Last);
        while (await Next() is { } next && next <= end)
        {
            now = Instant.Max(now, next);
            if (faults.Happens("clock forward", faults.Rates.ClockForward))
            {
                now += Duration.FromHours(faults.Between(1, 240));
            }

            await Act();
            await shared.Upkeep();
            await Wake();
            await shared.Upkeep();
            await Plan();
            await Deliver();
            await shared.Upkeep();
        }

        // Nothing fails any more: what is still owed must come of itself.
        faults.Over = true;
        (wakes, delivers) = (now, now);
        await Wake();
        await Deliver();
    }

    /// <summary>The earliest of what somebody does, of what falls due, and of what waits for delivery.</summary>
    private async Task<Instant?> Next()
    {
        var due = Later(await hosts.Observer.Sweep.Earliest(), wakes);
        var post = Later(await hosts.Observer.Delivery.Earliest(), delivers);
        return new[] { agenda.Next, due, post }.Min();

        static Instant? Later(Instant? at, Instant earliest) => at is { } instant ? Instant.Max(instant, earliest) : null;
    }

    private async Task Act()
    {
        foreach (var (file, act) in agenda.Next <= now ? agenda.Take(now).SelectMany(acts => acts).ToArray() : [])
        {
            var at = faults.Happens("clock back", faults.Rates.ClockBack) ? now - Duration.FromMinutes(faults.Between(1, 120)) : now;
            var state = await State(file.Id);
            if (act.Make(state, at) is { } command && await Send(file.Id, command) is Outcome.Refused
                && act.Otherwise?.Invoke(await State(file.Id), at) is { } other)
            {
                await Send(file.Id, other);
            }
        }
    }

    /// <returns>Null when nobody knows what became of it, and nobody asks.</returns>
    private async Task<Outcome?> Send(AgreementId id, AgreementCommand command)
    {
        if (command.By.Role == Role.Feed)
        {
            await Feed(id, command);
            return null;
        }

        var key = $"request-{++requests:D6}";
        Answers.Asked(id, key);
        var (answered, outcome) = await hosts.Try(Ask, mayGiveUp: true);
        if (answered && faults.Happens("request sent twice", faults.Rates.Doubled))
        {
            await hosts.Try(Ask, mayGiveUp: true);
        }

        return outcome;

        async Task<Outcome> Ask(SimulatedHost host)
        {
            var answer = await host.Installation.Casework.Execute(id, command, new ExecuteOptions(null, key));
            Answers.Answered(id, key, answer);
            return answer;
        }
    }

    /// <summary>A feed sends its batch until it has an answer, and sometimes once more.</summary>
    private async Task Feed(AgreementId id, AgreementCommand command)
    {
        var (item, isTag, json) = command switch
        {
            TagMonitoringCommand.ReceiveTagEvent tag => (tag.TagEventId, true, Json(new TagEventItem(id.Value, tag.TagEventId, tag.Event, tag.OccurredAt))),
            NoReoffendingCommand.ReceiveCustodyNotice notice => (
                notice.NoticeId, false, Json(new CustodyNoticeItem(notice.NoticeId, notice.Says ?? notice.Notice.ToString(), notice.OccurredOn, notice.OffenceOn, id.Value, notice.Bail))),
            _ => throw new InvalidOperationException($"No feed sends {command.GetType().Name}."),
        };
        Answers.Fed(id, item, taken: false);
        do
        {
            await hosts.Try(Ask, mayGiveUp: true);
        }
        while (faults.Happens("batch sent twice", faults.Rates.Doubled));

        async Task<ItemOutcome?> Ask(SimulatedHost host)
        {
            var results = await (isTag ? host.Feeds.TagEvents([json], command.By, command.At) : host.Feeds.CustodyNotices([json], command.By, command.At));
            Answers.Fed(id, item, results[0].Outcome is ItemOutcome.Accepted or ItemOutcome.Repeated);
            return results[0].Outcome;
        }

        static JsonElement Json<T>(T item) => JsonSerializer.SerializeToElement(item, RequestJson.Options);
    }

    private async Task Wake()
    {
        if (!(await hosts.Observer.Sweep.Earliest() <= now) || now < wakes || Lost(ref wakes))
        {
            return;
        }

        do
        {
            if (!(await hosts.Try(host => host.Installation.Sweep.Run(now), mayGiveUp: false, otherwise: () => wakes = now + Duration.FromMinutes(1))).Answered)
            {
                return;
            }
        }
        while (faults.Happens("woken twice", faults.Rates.Doubled));
    }

    private async Task Deliver()
    {
        if (!(await hosts.Observer.Delivery.Earliest() <= now) || now < delivers || Lost(ref delivers))
        {
            return;
        }

        do
        {
            if (!(await hosts.Try(host => host.Installation.Delivery.Run(now), mayGiveUp: false, otherwise: () => delivers = now + Duration.FromMinutes(1))).Answered)
            {
                return;
            }
        }
        while (faults.Happens("delivered twice at once", faults.Rates.Doubled));
    }

    private bool Lost(ref Instant next)
    {
        if (!faults.Happens("wake-up lost", faults.Rates.WakeUpLost))
        {
            return false;
        }

        next = now + Duration.FromMinutes(faults.Between(1, 600));
        return true;
    }

    /// <summary>As it is on the disk; deserialized only when it has changed.</summary>
    private async Task<AgreementState?> State(AgreementId id)
    {
        if (await Disk.Get(Tables.Agreements, id.Value, "s") is not { } snapshot)
        {
            return null;
        }

        var hash = snapshot.Text("hash");
        if (!read.TryGetValue(id.Value, out var kept) || kept.Hash != hash)
        {
            read[id.Value] = kept = (hash, (await hosts.Observer.Casework.Find(id))!);
        }

        return kept.State;
    }

    private async Task Plan()
    {
        foreach (var file in files.Values.Where(file => changed.Contains(file.Id.Value)))
        {
            if (await State(file.Id) is { } state)
            {
                CasePlan.Plan(file, state, now, setting);
                file.MoveTo(agenda);
            }
        }

        changed.Clear();
    }

    public void Dispose() => hosts.Dispose();
}
