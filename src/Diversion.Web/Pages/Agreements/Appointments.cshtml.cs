using Diversion.Casework.Conditions;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Web.Portal;

namespace Diversion.Web.Pages.Agreements;

/// <summary>Meetings and sessions of each condition, and appointments with services.</summary>
public sealed class AppointmentsModel : AgreementPage
{
    private static readonly string[] Book = [CommandCatalogue.NameOf<AppointmentCommand.ScheduleAppointment>(), CommandCatalogue.NameOf<AppointmentCommand.ScheduleSeries>()];

    public override AgreementPart? Part => AgreementPart.Appointments;

    /// <summary>The conditions that have meetings or sessions, or can have some now.</summary>
    public IEnumerable<ConditionView> Booked => Agreement.Conditions.Where(condition => condition.Appointments is { Count: > 0 } || BookingOf(condition).Any());

    public IEnumerable<ActionLink> BookingOf(ConditionView condition) => ActionsBeside(condition).Where(link => Book.Contains(link.Action.Command));
}
