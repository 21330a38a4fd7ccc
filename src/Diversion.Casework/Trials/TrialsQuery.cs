using System.Globalization;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;
using NodaTime;

namespace Diversion.Casework.Trials;

/// <summary>Trials, for leads and analysts.</summary>
public sealed class TrialsQuery(TrialService trials, IClock clock)
{
    public async ValueTask<Reply<IReadOnlyList<TrialRow>>> All(Actor by, CancellationToken cancellation = default) => AccessPolicy.MayReadProtocols(by)
        ? new Reply<IReadOnlyList<TrialRow>>.Given([.. (await trials.All(cancellation)).OrderBy(row => row.Status).ThenBy(row => row.Trial, StringComparer.Ordinal)])
        : CaseworkRefusal.NotForRole();

    public async ValueTask<Reply<TrialView>> Of(string trial, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayReadProtocols(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        return await Find(trial, cancellation) is { } state ? Show(state, by) : Unknown;
    }

    /// <summary>Every allocation of a trial whose seed has been opened, as CSV: what anybody needs to recompute them, and nothing about anybody.</summary>
    public async ValueTask<Reply<string>> Allocations(string trial, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayReadProtocols(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        return await Find(trial, cancellation) switch
        {
            null => Unknown,
            { Status: TrialStatus.Unsealed } state => Csv(state),
            _ => new Refusal.RuleForbids(RefusalCode.SeedSealed, "The allocations can be saved once the seed of the closed trial has been opened."),
        };
    }

    /// <summary>Columns <c>stratum</c>, <c>position</c>, <c>arm</c>, in the order of the sequences.</summary>
    public static string Csv(TrialState trial)
    {
        var csv = new StringBuilder("stratum,position,arm\r\n");
        foreach (var one in trial.Allocations.OrderBy(one => one.Stratum, StringComparer.Ordinal).ThenBy(one => one.Position))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{one.Stratum},{one.Position},{one.Arm}\r\n");
        }

        return csv.ToString();
    }

    private async ValueTask<TrialState?> Find(string trial, CancellationToken cancellation) =>
        TrialId.Read(trial) is { } id ? await trials.Find(id, cancellation) : null;

    private TrialView Show(TrialState state, Actor by) => new(
        state.Id.Value,
        state.Version,
        state.Status,
        state.Protocol,
        state.ProtocolVersion,
        state.Seal,
        state.Seed,
        state.Opened,
        state.Closed,
        state.SeedOpened,
        state.Amendments,
        state.Status == TrialStatus.Draft ? [.. trials.PlanFaults(state), .. TrialDecider.Missing(state.Protocol, WorkingCalendar.DateOf(clock.GetCurrentInstant()))] : [])
    {
        Progress = AccessPolicy.MayRunTrials(by) && state.Status != TrialStatus.Draft ? Progress(state) : null,
    };

    private TrialProgress Progress(TrialState state)
    {
        var today = WorkingCalendar.DateOf(state.Closed?.At ?? clock.GetCurrentInstant());
        var byWeek = state.Allocations.CountBy(one => Monday(WorkingCalendar.DateOf(one.At))).ToDictionary();
        var weeks = new List<WeekCount>();
        var inAll = 0;
        var first = Monday(WorkingCalendar.DateOf(state.Opened!.At) is var opened && opened > state.Protocol.From ? opened : state.Protocol.From);
        for (var week = first; week <= today; week = week.PlusWeeks(1))
        {
            var count = byWeek.GetValueOrDefault(week);
            inAll += count;
            weeks.Add(new WeekCount(week, count, inAll, Expected(state.Protocol, LocalDate.Min(week.PlusDays(6), today))));
        }

        return new TrialProgress(
            state.Allocations.Length,
            state.Protocol.Target,
            Expected(state.Protocol, today),
            [.. state.Allocations.CountBy(one => one.Stratum).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new StratumCount(pair.Key, pair.Value))],
            weeks,
            state.Allocations.Sum(one => one.FurtherCases.Length),
            state.ToPassOn.Length,
            state.NotTaken);
    }

    private static int? Expected(TrialProtocol protocol, LocalDate day)
    {
        if (protocol.Until is not { } last)
        {
            return null;
        }

        var (all, gone) = (Period.DaysBetween(protocol.From, last) + 1, Period.DaysBetween(protocol.From, LocalDate.Min(day, last)) + 1);
        return (int)Math.Round(protocol.Target * Math.Max(0, gone) / (double)all, MidpointRounding.AwayFromZero);
    }

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static Refusal Unknown { get; } = new Refusal.Unknown(RefusalCode.TrialUnknown, "There is no such trial. Open the list of trials and choose one.");
}
