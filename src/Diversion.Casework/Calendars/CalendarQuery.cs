using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Conditions;
using Diversion.Casework.Programmes;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Calendars;

/// <summary>The meetings and sessions of some days, of one key worker or of a team: one range of one partition for each worker.</summary>
public sealed class CalendarQuery(ITableStore store, Rulebook rulebook, Records records)
{
    /// <param name="worker">Whose calendar: a lead may name anybody, a team manager a worker in their teams; null for one's own.</param>
    /// <param name="to">The last day.</param>
    public async ValueTask<Reply<WorkerCalendar>> Of(Actor by, string? worker, LocalDate from, LocalDate to, CancellationToken cancellation = default)
    {
        var known = rulebook.Programme.Staff.KeyWorker(worker ?? by.Id);
        return AccessPolicy.MaySeeCalendar(by, worker ?? by.Id, known?.Team)
            ? new WorkerCalendar(worker ?? by.Id, known?.Name ?? (worker is null ? by.Name : worker), await Entries(worker ?? by.Id, from, to, cancellation))
            : CaseworkRefusal.NotForRole();
    }

    /// <summary>Of every key worker of a team, by name.</summary>
    public async ValueTask<Reply<IReadOnlyList<WorkerCalendar>>> OfTeam(Actor by, string team, LocalDate from, LocalDate to, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayPassOn(by, team))
        {
            return CaseworkRefusal.NotForRole();
        }

        var all = new List<WorkerCalendar>();
        foreach (var worker in rulebook.Programme.Staff.KeyWorkers.Where(worker => worker.Team == team).OrderBy(worker => worker.Name, StringComparer.CurrentCulture))
        {
            all.Add(new WorkerCalendar(worker.Id, worker.Name, await Entries(worker.Id, from, to, cancellation)));
        }

        return all;
    }

    /// <summary>The teams and key workers whose calendars the user may choose from, each by name; their own needs no choice.</summary>
    public (IReadOnlyList<string> Teams, IReadOnlyList<StaffRef> Workers) Choices(Actor by)
    {
        StaffRef[] workers = [.. rulebook.Programme.Staff.KeyWorkers.Where(worker => worker.Id != by.Id && AccessPolicy.MaySeeCalendar(by, worker.Id, worker.Team)).OrderBy(worker => worker.Name, StringComparer.CurrentCulture)];
        return ([.. workers.Select(worker => worker.Team).OfType<string>().Where(team => AccessPolicy.MayPassOn(by, team)).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)], workers);
    }

    /// <summary>For whom the user could book something now: the conditions of their own cases that no partner holds.</summary>
    public async ValueTask<IReadOnlyList<Bookable>> Bookable(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeCalendar(by, by.Id, null))
        {
            return [];
        }

        var own = await store.Rows(Tables.Caseload, Partitions.Worker(by.Id), cancellation: cancellation).Select(row => RowOf<ReferenceRow>.Read(row).Agreement).ToListAsync(cancellation);
        return
        [
            .. (await records.FindAll(own, cancellation))
                .Where(state => state is { Term: not null, IsTerminal: false } && AccessPolicy.Of(by, state).IsOpen)
                .SelectMany(state => state.Conditions.OfType<AppointmentCondition>()
                    .Where(condition => condition is { IsOpen: true, Partner: null })
                    .Select(condition => new Bookable(state.Id.Value, state.Referral.Person.Name, condition.Id, WhatOf(condition.Id))))
                .OrderBy(one => one.Name, StringComparer.CurrentCulture).ThenBy(one => one.Condition, StringComparer.Ordinal),
        ];
    }

    /// <summary>When a key worker holds meetings of other cases, for who books another: neither whose nor what.</summary>
    internal async ValueTask<IReadOnlyList<TakenTime>> TakenBy(string worker, AgreementId except, LocalDate from, LocalDate to, CancellationToken cancellation) =>
    [
        .. (await Rows(worker, from, to, cancellation))
            .Where(row => row is { Partner: null, Status: AppointmentStatus.Scheduled } && row.Agreement != except.Value)
            .Select(row => new TakenTime(row.StartsAt, row.StartsAt + Duration.FromMinutes(row.Minutes))),
    ];

    private async ValueTask<IReadOnlyList<CalendarEntry>> Entries(string worker, LocalDate from, LocalDate to, CancellationToken cancellation) =>
    [
        .. (await Rows(worker, from, to, cancellation))
            .Select(row => new CalendarEntry(row.Agreement, row.Name, WhatOf(row.Condition), row.StartsAt, row.Minutes, row.Status, row.Partner, row.Place)),
    ];

    private async ValueTask<List<CalendarRow>> Rows(string worker, LocalDate from, LocalDate to, CancellationToken cancellation) => await store
        .Rows(Tables.Caseload, Partitions.CalendarOf(worker), Sortable.Ascending(WorkingCalendar.At(from, LocalTime.Midnight)), Sortable.Ascending(WorkingCalendar.EndOf(to)), cancellation)
        .Select(RowOf<CalendarRow>.Read)
        .ToListAsync(cancellation);

    private static string WhatOf(string condition)
    {
        var words = ConditionWords.Of(condition);
        return words.Contains("meeting", StringComparison.Ordinal) ? "meeting" : $"{words} session";
    }
}
