using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Projects;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Projects;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.ProjectEntries;

/// <summary>
/// The register of a reparation session: a name for each person who is expected, and one press that records the outcome on each
/// agreement. The agreement's stream is the truth; sending the register again changes nothing that is recorded already, so what
/// a crash or a lost signal left out is recorded by pressing again.
/// </summary>
public sealed class SessionRegister(ProjectService projects, Records records, ITableStore store)
{
    /// <summary>How far a supervisor's list of sessions goes.</summary>
    private const int DaysBack = 28;
    private const int DaysAhead = 28;

    /// <summary>Days with a session on the projects whose sessions the reader looks after, latest first.</summary>
    public async ValueTask<Reply<IReadOnlyList<SessionDay>>> Days(Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.SupervisesSessions(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var days = new List<SessionDay>();
        await foreach (var row in store.Rows(Tables.Search, Partitions.Projects, cancellation: cancellation))
        {
            var project = RowOf<ProjectRow>.Read(row);
            if (AccessPolicy.MayMarkSessions(by, project.Supervisor))
            {
                days.AddRange(await DaysOf(project.Id, project.Name, WorkingCalendar.DateOf(now), cancellation));
            }
        }

        return new Reply<IReadOnlyList<SessionDay>>.Given([.. days.OrderByDescending(day => day.Day).ThenBy(day => day.Project, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The same of one project, for those who may open its register.</summary>
    public async ValueTask<IReadOnlyList<SessionDay>> Days(ProjectView project, Actor by, Instant now, CancellationToken cancellation = default) =>
        AccessPolicy.MayMarkSessions(by, project.Entry.Supervisor) ? await DaysOf(project.Id, project.Entry.Name, WorkingCalendar.DateOf(now), cancellation) : [];

    public async ValueTask<Reply<RegisterView>> Of(string project, LocalDate day, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayOpenRegisters(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        // Whether a project of another supervisor exists is not said.
        return ProjectId.Read(project) is { } id && await projects.Find(id, cancellation) is { } state && AccessPolicy.MayMarkSessions(by, state.Entry.Supervisor)
            ? new RegisterView(state.Id, state.Entry.Name, state.Entry.Place, day, await Sessions(state.Id, day, day, cancellation))
            : ProjectDecider.Unknown;
    }

    /// <summary>Records what was marked, each on its agreement.</summary>
    /// <returns>By appointment, why something was not recorded; empty when all is.</returns>
    public async ValueTask<Reply<IReadOnlyDictionary<string, Refusal>>> Mark(
        string project, LocalDate day, IReadOnlyList<SessionMark> marks, Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (await Of(project, day, by, cancellation) is not Reply<RegisterView>.Given { Value: var register })
        {
            return AccessPolicy.MayOpenRegisters(by) ? ProjectDecider.Unknown : CaseworkRefusal.NotForRole();
        }

        var refused = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        foreach (var mark in marks)
        {
            if (register.People.FirstOrDefault(one => one.Key == mark.Key) is not { Row: var row })
            {
                refused[mark.Key] = new Refusal.Unknown(RefusalCode.AppointmentUnknown, "Nobody is expected here under this mark any more. Open the register again.");
            }
            else if (await Record(row, mark, by with { Project = register.Project }, now, cancellation) is Outcome.Refused { Refusal: var why })
            {
                refused[mark.Key] = why;
            }
        }

        return new Reply<IReadOnlyDictionary<string, Refusal>>.Given(refused);
    }

    /// <summary>Who did not come may bring proof; the key worker judges it. A supervisor does not decide that it counts.</summary>
    private ValueTask<Outcome> Record(SessionRow row, SessionMark mark, Actor by, Instant now, CancellationToken cancellation) => records.Execute(
        new AgreementId(row.Agreement),
        new AppointmentCommand.RecordAttendance(
            row.Condition, row.Appointment, mark.Came ? Attendance.Attended : Attendance.EvidenceAwaited, MinutesAttended: mark.Came ? mark.Minutes : null, Grade: mark.Came ? mark.Grade : null)
        { By = by, At = now },
        null,
        cancellation);

    private async ValueTask<IReadOnlyList<SessionDay>> DaysOf(string project, string name, LocalDate today, CancellationToken cancellation) =>
    [
        .. (await Sessions(project, today.PlusDays(-DaysBack), today.PlusDays(DaysAhead), cancellation))
            .GroupBy(one => WorkingCalendar.DateOf(one.Row.StartsAt))
            .Select(day => new SessionDay(project, name, day.Key, day.Count(), day.Count(one => one.Waits)))
            .OrderByDescending(day => day.Day),
    ];

    private async ValueTask<IReadOnlyList<RegisterLine>> Sessions(string project, LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        var lines = new List<RegisterLine>();
        var (first, before) = (Sortable.Ascending(WorkingCalendar.EndOf(from.PlusDays(-1))), Sortable.Ascending(WorkingCalendar.EndOf(to)));
        await foreach (var row in store.Rows(Tables.Search, Partitions.SessionsOf(project), first, before, cancellation))
        {
            lines.Add(new RegisterLine(RowOf<SessionRow>.Read(row)));
        }

        return lines;
    }
}
