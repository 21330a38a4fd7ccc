using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Reading;
using Diversion.Domain.Time;

namespace Diversion.Domain.Term;

/// <summary>
/// News that arrives after the end about something that happened within the term. It decides nothing, since the status is
/// final: it is recorded as told, flagged, and a lead looks at it. Custody notices and tag events have events of their own.
/// </summary>
internal static class LateNews
{
    /// <summary>Null when the command is not about a time before the end.</summary>
    public static TermEvent.LateNewsReceived? In(AgreementState state, AgreementCommand command)
    {
        if (state is not { IsTerminal: true, Term: { } term, EndedAt: { } ended })
        {
            return null;
        }

        return Read(state, command) is { } news && term.SignedOn <= news.HappenedOn && news.HappenedOn <= LocalDate.Min(term.LastDay, WorkingCalendar.DateOf(ended))
            ? news with { At = command.At }
            : null;
    }

    /// <summary>The same news twice is a repeat.</summary>
    public static Refusal? Keep(DecisionContext context, TermEvent.LateNewsReceived news)
    {
        if (!context.State.LateNews.Contains(Key(news)))
        {
            context.Raise(news);
        }

        return null;
    }

    public static AgreementState Evolve(AgreementState state, TermEvent.LateNewsReceived e) =>
        Alerts.Raise(state with { LateNews = state.LateNews.Add(Key(e)) }, AlertKind.LateNews, e.Item, e.At);

    private static string Key(TermEvent.LateNewsReceived news) => $"{news.ConditionId}/{news.Item}/{news.What}/{news.HappenedOn:uuuu-MM-dd}";

    private static TermEvent.LateNewsReceived? Read(AgreementState state, AgreementCommand command) => command switch
    {
        BreachCommand.RecordViolence c => new(null, c.IncidentId, LateNewsKind.Violence, "violence", c.OccurredOn, default),
        AppointmentCommand.RecordAttendance c => OfAppointment(state, c, c.AppointmentId, c.Attendance),
        AppointmentCommand.CorrectAttendance c => OfAppointment(state, c, c.AppointmentId, c.Attendance),
        AppointmentCommand.RecordEvidence c => OfAppointment(
            state, c, c.AppointmentId, c.Acceptable ? Attendance.MissedAcceptable : Attendance.MissedUnacceptable),
        RestorativeJusticeCommand.RecordRestorativeOutcome c => OfCondition(state, c.ConditionId, LateNewsKind.Restorative, Words.Of(c.Process), c.On),
        RestorativeJusticeCommand.RecordPreparation c => OfCondition(state, c.ConditionId, LateNewsKind.Restorative, "preparation", c.On),
        RestorativeJusticeCommand.RecordVictimContact c => OfCondition(state, c.ConditionId, LateNewsKind.Restorative, "victim contact", c.On),
        CompensationCommand.RecordPayment c when MoneyText.Read(c.Amount) is { IsRead: true, Value: > 0 and var pence }
            && state.ConditionOrNull(c.ConditionId) is CompensationCondition own && own.Payments.All(known => known.Id != c.PaymentId) =>
            new(c.ConditionId, c.PaymentId, LateNewsKind.Reparation, $"payment of {MoneyText.Of(pence)}", c.On, default),
        ApologyCommand.RecordLetterWritten c when state.ConditionOrNull(c.ConditionId) is ApologyCondition own && own.WrittenOn != c.On =>
            new(c.ConditionId, c.ConditionId, LateNewsKind.Reparation, "letter of apology", c.On, default),
        _ => null,
    };

    /// <summary>What is already recorded is a repeat.</summary>
    private static TermEvent.LateNewsReceived? OfAppointment(AgreementState state, AppointmentCommand command, string id, Attendance attendance) =>
        (state.ConditionOrNull(command.ConditionId) as AppointmentCondition)?.AppointmentOrNull(id) is { } appointment
        && appointment.Status is not AppointmentStatus.Superseded
        && appointment.Status != AppointmentEvolution.StatusOf(attendance)
            ? new(command.ConditionId, id, LateNewsKind.Attendance, Words.Of(attendance), WorkingCalendar.DateOf(appointment.StartsAt), default)
            : null;

    private static TermEvent.LateNewsReceived? OfCondition(AgreementState state, string condition, LateNewsKind kind, string what, LocalDate on) =>
        state.ConditionOrNull(condition) is RestorativeJusticeCondition ? new(condition, condition, kind, what, on, default) : null;
}

public enum LateNewsKind
{
    Attendance,
    Violence,

    /// <summary>A payment, or a letter of apology.</summary>
    Reparation,
    Restorative,
}
