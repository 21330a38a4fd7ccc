using Diversion.Domain.Conditions;

namespace Diversion.Domain.Appointments;

/// <summary>A condition that is carried out in meetings or sessions.</summary>
public abstract record AppointmentCondition(string Id) : Condition(Id)
{
    public ImmutableArray<Appointment> Appointments { get; init; } = [];

    public Appointment? AppointmentOrNull(string id)
    {
        foreach (var appointment in Appointments)
        {
            if (appointment.Id == id)
            {
                return appointment;
            }
        }

        return null;
    }

    internal AppointmentCondition With(Appointment changed)
    {
        for (var i = Appointments.Length - 1; i >= 0; i--)
        {
            if (Appointments[i].Id == changed.Id)
            {
                return this with { Appointments = Appointments.SetItem(i, changed) };
            }
        }

        return this with { Appointments = Appointments.Add(changed) };
    }

    /// <summary>The appointment after its condition was reopened: past reminders are dropped, and evidence can still arrive.</summary>
    internal AppointmentCondition Reopened(Instant at, Instant dueFrom) => this with
    {
        Appointments =
        [
            .. Appointments.Select(one => one.Status switch
            {
                AppointmentStatus.Scheduled when !one.Reminders.IsDefault =>
                    one with { Reminders = [.. one.Reminders.Skip(one.RemindersSent).Where(reminder => reminder > at)], RemindersSent = 0 },
                AppointmentStatus.EvidenceAwaited when one.EvidenceUntil is { } until => one with { EvidenceUntil = Instant.Max(until, dueFrom) },
                _ => one,
            }),
        ],
    };

    /// <summary>How many of the worked minutes would count; 0 for a kind without hours.</summary>
    internal virtual int Credit(Appointment appointment, int workedMinutes) => 0;

    /// <summary>What a settled attendance means for the kind of condition.</summary>
    internal virtual Agreements.AgreementState AfterAttendance(Agreements.AgreementState state, Appointment appointment) => state;
}
