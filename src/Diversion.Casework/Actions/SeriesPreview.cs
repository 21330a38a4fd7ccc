using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Calendars;
using Diversion.Casework.Record;
using Diversion.Casework.Search;
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
        var workers = own.Partner is null && state.KeyWorker is { } worker
            ? await calendars.TakenBy(worker.Id, state.Id, plan.FirstDay, state.Term.LastDay, cancellation)
            : [];
        return new Reply<IReadOnlyList<SeriesDay>>.Given(
            AppointmentSeries.Of(state, own, plan, inForce.Scheme, inForce.Calendar, inForce.OtherAppointments, workers, now, by.Role));
    }
}
