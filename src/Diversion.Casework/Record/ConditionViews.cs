using Diversion.Casework.Access;
using Diversion.Casework.Texts;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Record;

internal static class ConditionViews
{
    /// <param name="partner">The viewer carries out the condition, and sees its appointments.</param>
    public static ConditionView Of(Condition condition, RecordVisibility visible, bool partner, SchemeRules scheme)
    {
        var view = new ConditionView(
            condition.Id, condition.Kind, ConditionWords.Of(condition), condition.Status, condition.ClosedAt, condition.FailedBy)
        {
            Partner = PartnerOf(condition),
        };
        if (condition is AppointmentCondition carriedOut && (visible.Notes || partner))
        {
            view = view with { Appointments = [.. carriedOut.Appointments.OrderBy(one => one.StartsAt).Select(Of)] };
        }

        return condition switch
        {
            NoReoffendingCondition own => view with { CustodyNotices = own.Notices },
            ReparationCondition own => view with { Hours = new HoursView(own.CreditedMinutes, own.TargetMinutes, own.Provider, own.Placement) },
            TagMonitoringCondition own => view with
            {
                Tag = new TagView(own.Consent, own.FittedOn, own.RemovedOn, own.Violations, scheme.TagMonitoring.ViolationLimit, own.Zones, own.Curfew, own.Events),
            },
            SupervisionCondition own => view with { Meetings = new MeetingsView(own.PeriodsOpened, own.Current, own.Unsettled) },
            RestorativeJusticeCondition own => view with
            {
                RestorativeJustice = new RestorativeView(
                    own.Facilitator.Name, own.ContactedOn, visible.Victim ? own.VictimTakesPart : null, own.Process, own.PreparedOn, own.HeldOn)
                {
                    NewWish = visible.Victim ? own.NewWish : null,
                },
            },
            PathwayCondition own => view with
            {
                Pathway = new PathwayView(own.Need, own.Provider, own.Referral, own.StartScore, own.EndScore, own.EndScore - own.StartScore, own.Completed),
            },
            _ => throw new InvalidOperationException($"No view of {condition.GetType().Name}."),
        };
    }

    private static string? PartnerOf(Condition condition) => condition switch
    {
        RestorativeJusticeCondition own => own.Facilitator.Name,
        ReparationCondition own => own.Provider,
        PathwayCondition own => own.Provider,
        _ => null,
    };

    private static AppointmentView Of(Appointment one) =>
        new(one.Id, one.StartsAt, one.Minutes, one.Status, one.CreditedMinutes, one.EvidenceUntil, one.Place);
}
