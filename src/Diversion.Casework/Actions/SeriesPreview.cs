using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Calendars;
using Diversion.Casework.Record;
using Diversion.Casework.Search;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using NodaTime;

namespace Diversion.Casework.Actions;

/// <summary>The days on which the appointments of a condition would be, if they were booked for the rest of the term at once.</summary>
public sealed class SeriesPreview(Records records, IOtherAppointments others, CalendarQuery calendars)
{
    /// <summary>The patterns to choose from, the best first; none where there is no such condition.</summary>
    public async ValueTask<IReadOnlyList<SeriesPattern>> Patterns(string reference, string condition, CancellationToken cancellation = default) =>
        (await records.Find(reference, cancellation))?.ConditionOrNull(condition) is AppointmentCondition own ? AppointmentSeries.PatternsOf(own) : [];

    /// <returns>Earliest first; or the refusal that booking them would get.</returns>
    public async ValueTask<Reply<IReadOnlyList<SeriesDay>>> Of(
        string reference, string condition, SeriesPlan plan, Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (await records.Find(reference, cancellation) is not { } state)
        {
            return CaseworkRefusal.Unknown();
        }

        var booking = new AppointmentCommand.ScheduleSeries(condition, [], plan.Minutes) { By = by, At = now };
        if (AccessPolicy.MayCommand(by, state, booking) is { } notTheirs)
        {
            return notTheirs;
        }

        if (state.Term is null || state.ConditionOrNull(condition) is not AppointmentCondition own)
        {
            return new Refusal.Invalid(RefusalCode.ConditionUnknown, "Appointments are booked for a condition of a signed agreement. Choose one of its conditions.");
        }

        var inForce = await others.WithOtherAppointments(records.Rulebook.RulesInForceFor(state, booking), state, booking, cancellation);
        var days = AppointmentSeries.Of(state, own, plan, inForce.Scheme, inForce.Calendar, inForce.OtherAppointments, now, by.Role);
        return new Reply<IReadOnlyList<SeriesDay>>.Given(await WithClashes(days, state, own, plan, cancellation));
    }

    /// <summary>A key worker can be double-booked, as with a group, but seldom means it: it is asked, like an unusual time.</summary>
    private async ValueTask<IReadOnlyList<SeriesDay>> WithClashes(
        IReadOnlyList<SeriesDay> days, AgreementState state, AppointmentCondition condition, SeriesPlan plan, CancellationToken cancellation)
    {
        if (condition.Partner is not null || state.KeyWorker is not { } worker || days.Count == 0)
        {
            return days;
        }

        var taken = await calendars.TakenBy(worker.Id, state.Id, days[0].Day, days[^1].Day, cancellation);
        var length = Duration.FromMinutes(plan.Minutes);
        return
        [
            .. days.Select(day => day.LeftOut is null && taken.Where(other => other.Overlaps(day.StartsAt, day.StartsAt + length)).Select(other => (TakenTime?)other).FirstOrDefault() is { } other
                ? day with { Warning = $"{day.Warning} {worker.Name} has a meeting with somebody else from {Words.Time(other.StartsAt)} to {Words.Time(other.EndsAt)}.".TrimStart() }
                : day),
        ];
    }
}
