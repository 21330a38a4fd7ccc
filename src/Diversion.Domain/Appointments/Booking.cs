using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

/// <summary>Books a meeting or session, and moves one that has not begun.</summary>
internal static class Booking
{
    public const int ShortestMinutes = 5;
    public const int LongestMinutes = 600;

    /// <summary>A text that can't be sent so long before the start, since people are asleep, is sent the evening before.</summary>
    private static readonly Duration TextInTime = Duration.FromMinutes(30);

    public static Refusal? Schedule(DecisionContext context, AppointmentCondition condition, AppointmentCommand.ScheduleAppointment command)
    {
        if (condition.AppointmentOrNull(command.AppointmentId) is { } same)
        {
            return same.StartsAt == command.StartsAt && same.Minutes == command.Minutes && same.Place == command.Place ? null : IdTaken();
        }

        return Check(context, null, command.StartsAt, command.Minutes, command.ConfirmUnusualTime, LatestEnd(context.State.Term!))
            ?? Book(context, condition, command.AppointmentId, command.StartsAt, command.Minutes, command.Place, null);
    }

    /// <summary>All are checked before any is booked, within the term and not in the time to settle after it. The person is told of them together.</summary>
    public static Refusal? ScheduleSeries(DecisionContext context, AppointmentCondition condition, AppointmentCommand.ScheduleSeries command)
    {
        SeriesAppointment[] all = command.Appointments.IsDefault ? [] : [.. command.Appointments.OrderBy(one => one.StartsAt)];
        if (all.Length is 0 or > AppointmentSeries.Most)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"Book 1 to {AppointmentSeries.Most} appointments together. Choose fewer, or book the rest afterwards.");
        }

        // Sent again after its answer was lost: what is booked already is left as it is.
        var wanted = all.Where(one => !IsBooked(condition, one, command)).ToArray();
        var length = Duration.FromMinutes(command.Minutes);
        for (var place = 0; place < wanted.Length; place++)
        {
            var (id, startsAt) = wanted[place];
            if (condition.AppointmentOrNull(id) is not null || wanted.Take(place).Any(other => other.Id == id))
            {
                return IdTaken();
            }

            if (Admission.IsPlausible(startsAt) && startsAt <= context.Now)
            {
                return InPast(startsAt);
            }

            if (Check(context, null, startsAt, command.Minutes, command.ConfirmUnusualTime, context.State.Term!.EndsAt) is { } refused)
            {
                return refused;
            }

            if (place > 0 && new TakenTime(wanted[place - 1].StartsAt, wanted[place - 1].StartsAt + length) is var before && before.Overlaps(startsAt, startsAt + length))
            {
                return Overlap.Refused(before);
            }
        }

        for (var place = 0; place < wanted.Length; place++)
        {
            var series = wanted.Length > 1 ? new PlaceInSeries(place + 1, wanted.Length) : null;
            Raise(context, condition, wanted[place].Id, wanted[place].StartsAt, command.Minutes, command.Place, null, series);
        }

        PersonObligations.TellOf(context, condition.Id, wanted);
        return null;
    }

    public static Refusal? Reschedule(DecisionContext context, AppointmentCondition condition, AppointmentCommand.RescheduleAppointment command)
    {
        if (condition.AppointmentOrNull(command.AppointmentId) is not { } old)
        {
            return AppointmentDecider.NoAppointment();
        }

        var moved = condition.AppointmentOrNull(command.NewAppointmentId);
        if (old.Status == AppointmentStatus.Superseded && moved?.StartsAt == command.StartsAt && moved.Minutes == command.Minutes)
        {
            return null;
        }

        if (old.Status != AppointmentStatus.Scheduled)
        {
            return new Refusal.WrongState(
                RefusalCode.AppointmentSettled, $"This appointment is {Words.Of(old.Status)}. Only one that is still to come can be moved.");
        }

        if (moved is not null)
        {
            return IdTaken();
        }

        // Otherwise a missed appointment could be moved again and again and never count.
        if (context.Now >= old.StartsAt)
        {
            return new Refusal.WrongState(
                RefusalCode.AppointmentBegun,
                $"This appointment began at {Words.Moment(old.StartsAt)}, so it can no longer be moved. Record its outcome: attended, missed, or cancelled by the service. Then book another.");
        }

        if (Admission.IsPlausible(command.StartsAt) && command.StartsAt <= context.Now)
        {
            return InPast(command.StartsAt);
        }

        return Check(context, old, command.StartsAt, command.Minutes, command.ConfirmUnusualTime, LatestEnd(context.State.Term!))
            ?? Book(context, condition, command.NewAppointmentId, command.StartsAt, command.Minutes, command.Place, old.Id);
    }

    /// <summary>The end of the term, or of the settling time after it.</summary>
    public static Instant LatestEnd(TermState term) => Instant.Max(term.EndsAt, term.ConcludingUntil ?? term.EndsAt);

    private static Refusal? Check(DecisionContext context, Appointment? instead, Instant startsAt, int minutes, bool confirmed, Instant until)
    {
        if (minutes is < ShortestMinutes or > LongestMinutes)
        {
            return new Refusal.Invalid(
                RefusalCode.ValueOutOfRange, $"An appointment lasts from {Words.Length(ShortestMinutes)} to {Words.Length(LongestMinutes)}. Change its length.");
        }

        if (!Admission.IsPlausible(startsAt))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The time of the appointment is out of range. Check the date.");
        }

        var term = context.State.Term!;
        var day = WorkingCalendar.DateOf(startsAt);
        if (day < term.SignedOn || startsAt + Duration.FromMinutes(minutes) > until)
        {
            return new Refusal.RuleForbids(
                RefusalCode.AppointmentOutsideTerm,
                $"{Words.Date(day)} is outside the term, {Words.Date(term.SignedOn)} to {Words.Date(term.LastDay)}, or it would end after it. Choose a time in the term.");
        }

        return Overlap.Check(context, instead, startsAt, minutes)
            ?? (!confirmed && BookingWarnings.Of(context.State, context.Calendar, startsAt, minutes, context.Command.By.Role) is { } why
                ? new Refusal.RuleForbids(
                    RefusalCode.TimeUnusual, $"{why}. Choose another time, or send the command again with confirmUnusualTime if this one is right.")
                : null);
    }

    private static Refusal? Book(
        DecisionContext context, AppointmentCondition condition, string id, Instant startsAt, int minutes, string? place, string? supersedes)
    {
        Raise(context, condition, id, startsAt, minutes, place, supersedes, null);
        PersonObligations.TellOf(context, condition.Id, [new(id, startsAt)]);
        return null;
    }

    private static void Raise(
        DecisionContext context, AppointmentCondition condition, string id, Instant startsAt, int minutes, string? place, string? supersedes, PlaceInSeries? series)
    {
        // If it is recorded afterwards, the time to record its outcome starts with the recording.
        var outcome = context.InWorkingDays(
            RuleIds.AppointmentOutcome, context.Scheme.Recording.OutcomeWorkingDays, Instant.Max(startsAt, context.Now));
        context.Raise(new AppointmentEvent.AppointmentScheduled(
            condition.Id, id, startsAt, minutes, place, Reminders(context, startsAt), outcome, supersedes) { Series = series });
    }

    private static bool IsBooked(AppointmentCondition condition, SeriesAppointment wanted, AppointmentCommand.ScheduleSeries command) =>
        condition.AppointmentOrNull(wanted.Id) is { } same && same.StartsAt == wanted.StartsAt && same.Minutes == command.Minutes && same.Place == command.Place;

    private static ImmutableArray<Instant> Reminders(DecisionContext context, Instant startsAt) =>
    [
        .. context.Scheme.Recording.ReminderDaysBefore
            .Select(days => WorkingCalendar.At(WorkingCalendar.DateOf(startsAt).PlusDays(-days), WorkingCalendar.StartOfBusiness))

            // For an early meeting, nine o'clock on the same day may be too late.
            .Select(at => Instant.Min(at, startsAt - Duration.FromHours(1)))
            .Select(at => context.Scheme.QuietHours is var quiet && quiet.Opens(at) > Instant.Max(at, startsAt - TextInTime) ? quiet.EveningBefore(at) : at)
            .Where(at => at > context.Now)
            .Order(),
    ];

    private static Refusal.Invalid InPast(Instant startsAt) =>
        new(RefusalCode.DateInPast, $"{Words.DayAndTime(startsAt)} is in the past. Choose a time that is still to come.");

    private static Refusal.WrongState IdTaken() =>
        new(RefusalCode.AppointmentExists, "There is another appointment with that id. Reschedule that one, or use a new id.");
}
