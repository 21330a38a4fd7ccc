using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.DataRights;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Documents;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// What leaves the system because of an event: the one list of events that send mail or notices. Mail is not a secure
/// channel (ADR 9): a staff mail has a reference, a date and a link, never a name, an offence or anything about a victim.
/// </summary>
public static class EventMessages
{
    /// <param name="after">The state after the event.</param>
    /// <param name="scheme">The rules in the agreement's version.</param>
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent recorded, AgreementState after, SchemeRules scheme, Programme programme)
    {
        var builder = new MessageBuilder(recorded, after, scheme, programme);
        switch (recorded.Event)
        {
            case AppointmentEvent.ParticipantReminded { Sent: true } e:
                AppointmentMessages.Reminded(builder, e);
                break;
            case AppointmentEvent.AppointmentScheduled e:
                AppointmentMessages.Scheduled(builder, e);
                break;
            case AppointmentEvent.AbsenceNoticeGiven e when AccessPolicy.IsParticipant(recorded.By.Role) || AccessPolicy.IsPartner(recorded.By):
                AppointmentMessages.CannotCome(builder, e);
                break;
            case VisitEvent.VisitRecorded e:
                FeedbackMessages.Visited(builder, e);
                break;
            case AppointmentEvent.AttendanceRecorded e:
                AppointmentMessages.Recorded(builder, e);
                FeedbackMessages.Attended(builder, e);
                break;

            case TermEvent.OwnerReminded e:
                OverdueMessages.DueToday(builder, e);
                break;
            case TermEvent.ObligationEscalated e:
                OverdueMessages.Escalated(builder, e);
                break;

            case ReferralEvent.Referred e:
                ReferralMessages.Referred(builder, e);
                break;
            case ReferralEvent.EligibilityApproved:
                builder.Notice("eligible");
                break;
            case ReferralEvent.FoundNotEligible:
                builder.Notice("not-eligible");
                break;
            case OfferEvent.OfferMade e:
                builder.Notice("offered", ("lapsesAt", Wording.Iso(e.LapsesAt)));
                break;
            case OfferEvent.OfferDeclined:
                builder.Notice("declined");
                break;
            case OfferEvent.OfferLapsed:
                builder.Notice("lapsed");
                break;
            case OfferEvent.AgreementSigned e:
                ReferralMessages.Signed(builder, e);
                break;

            case TermEvent.KeyWorkerChanged:
                TermMessages.KeyWorkerChanged(builder);
                break;
            case TransferEvent.TeamAsked e:
                TermMessages.TeamAsked(builder, e);
                break;
            case TransferEvent.TransferredOut:
                TermMessages.TransferredOut(builder);
                break;
            case TransferEvent.TransferTakenBack:
                TermMessages.TakenBack(builder);
                break;
            case TransferEvent.TransferReceived:
                TermMessages.Received(builder);
                break;
            case TransferEvent.TeamDeclined:
                builder.ToStaff(builder.Recipients.TeamManager, "team-declined");
                break;
            case TermEvent.AgreementVaried e:
                TermMessages.Varied(builder, e);
                break;
            case TermEvent.TermExtended e:
                TermMessages.Extended(builder, e);
                break;
            case TermEvent.ConcludingBegan e:
                TermMessages.ConcludingBegan(builder, e);
                break;
            case TermEvent.ConcludingExpired e:
                TermMessages.ConcludingExpired(builder, e);
                break;
            case TermEvent.AgreementCompleted:
                TermMessages.Completed(builder);
                break;
            case TermEvent.AgreementDiscontinued:
                TermMessages.Discontinued(builder);
                break;

            case BreachEvent.WarningIssued e:
                BreachMessages.Warned(builder, e);
                break;
            case BreachEvent.WarningWithdrawn:
                BreachMessages.WarningWithdrawn(builder);
                break;
            case BreachEvent.BreachProposed e:
                BreachMessages.Proposed(builder, e);
                break;
            case BreachEvent.FailureAnnulled { ToldAt: not null }:
                BreachMessages.TakenBack(builder);
                break;
            case TellingEvent.PersonAnswered e:
                BreachMessages.Answered(builder, e);
                break;
            case ComplaintEvent.ComplaintMade e:
                AlertMessages.ComplaintMade(builder, e);
                break;
            case DataRequestEvent.DataRequestReceived e:
                AlertMessages.DataRequestReceived(builder, e);
                break;
            case PathwayEvent.PathwayContactAttempted e:
                FeedbackMessages.Attempted(builder, e);
                break;
            case PathwayEvent.PathwayCompleted:
                FeedbackMessages.Completed(builder);
                break;
            case BreachEvent.AnswerTimeEnded:
                BreachMessages.AnswerTimeEnded(builder);
                break;
            case BreachEvent.ChargeByAlerted e:
                BreachMessages.ChargeByAlerted(builder, e);
                break;
            case BreachEvent.BreachDecided e:
                BreachMessages.Decided(builder, e);
                break;
            case BreachEvent.AgreementBreached:
                BreachMessages.Breached(builder);
                break;

            case NoReoffendingEvent.CustodyNoticeReceived e:
                CustodyMessages.Received(builder, e);
                break;
            case NoReoffendingEvent.CustodyNoticeCorrected e:
                CustodyMessages.Corrected(builder, e);
                break;
            case TagMonitoringEvent.TagEventReportedLate or TermEvent.LateNewsReceived or DocumentEvent.DocumentKept { TellLead: true }:
                AlertMessages.LateNews(builder);
                break;
            case TagMonitoringEvent.TagRemovalDue e:
                AlertMessages.TagRemovalDue(builder, e);
                break;
            case TagMonitoringEvent.TagEventRefused:
                AlertMessages.TagEventRefused(builder);
                break;
            case ExitPlanEvent.ExitPlanMissing:
                AlertMessages.ExitPlanMissing(builder);
                break;
            case ConditionEvent.ConditionReopened:
                AlertMessages.Reopened(builder);
                break;
            case TermEvent.MessageUndelivered e:
                AlertMessages.Undelivered(builder, e);
                break;
            case VictimEvent.VictimToBeTold e:
                AlertMessages.VictimToBeTold(builder, e);
                break;
            default:
                break;
        }

        return builder.Messages;
    }
}
