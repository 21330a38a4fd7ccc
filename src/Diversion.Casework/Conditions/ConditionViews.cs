using Diversion.Casework.Access;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Conditions;

internal static class ConditionViews
{
    /// <param name="partner">The viewer carries out the condition, and sees its appointments.</param>
    public static ConditionView Of(Condition condition, AgreementState state, RecordVisibility visible, bool partner, SchemeRules scheme)
    {
        var view = new ConditionView(
            condition.Id, condition.Kind, ConditionWords.Of(condition), condition.Status, condition.ClosedAt, condition.FailedBy)
        {
            Partner = condition.Partner,
            ForVictim = condition.ForVictim is { } victim && visible.SeesVictim(victim) ? victim : null,
        };
        if (condition is AppointmentCondition carriedOut && (visible.Notes || partner))
        {
            view = view with { Appointments = [.. carriedOut.Appointments.OrderBy(one => one.StartsAt).Select(Of)] };
        }

        var kind = ConditionDescriptors.Of(condition.Kind);
        view = kind.Show(view, condition, visible, scheme);
        return view with { Facts = view.ForVictim is { } one && state.Victims.All.Length > 1 ? kind.Facts(view, condition).Prepend(("For", $"Victim {one}")) : kind.Facts(view, condition) };
    }

    /// <summary>Beside the notices: what was booked before the bail became known, and cannot be kept with it.</summary>
    public static ConditionView WithClashes(ConditionView view, AgreementState state, Instant now) => view.CustodyNotices is null
        ? view
        : view with
        {
            Facts = view.Facts.Concat(BailClashes.Of(state, now).Select(clash =>
                ("Clash with an appointment", $"{Words.DayAndTime(clash.Appointment.StartsAt)}. {clash.Why}. Move the appointment, or ask custody to change the bail."))),
        };

    private static AppointmentView Of(Appointment one) =>
        new(one.Id, one.StartsAt, one.Minutes, one.Status, one.CreditedMinutes, one.EvidenceUntil, one.Place, one.Notice);
}
