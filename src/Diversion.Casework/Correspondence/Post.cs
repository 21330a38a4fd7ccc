using Diversion.Casework.Delivery;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// What leaves the system because of an event: the one list of events that send mail or notices. Mail is not a secure
/// channel (ADR 9): a staff mail has a reference, a date and a link, never a name, an offence or anything about a victim.
/// </summary>
public static class Post
{
    /// <param name="after">The state after the event.</param>
    /// <param name="scheme">The rules in the agreement's version.</param>
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent recorded, AgreementState after, SchemeRules scheme, Programme programme)
    {
        var post = new Postbag(recorded, after, scheme, programme);
        switch (recorded.Event)
        {
            case AppointmentEvent.ParticipantReminded { Sent: true } e:
                TermMessages.Reminded(post, e);
                break;

            case TermEvent.OwnerReminded e:
                OverdueMessages.DueToday(post, e);
                break;
            case TermEvent.ObligationEscalated e:
                OverdueMessages.Escalated(post, e);
                break;

            case ReferralEvent.Referred e:
                ReferralMessages.Referred(post, e);
                break;
            case ReferralEvent.EligibilityApproved:
                post.Notice("eligible");
                break;
            case ReferralEvent.FoundNotEligible:
                post.Notice("not-eligible");
                break;
            case OfferEvent.OfferMade e:
                post.Notice("offered", ("lapsesAt", Wording.Iso(e.LapsesAt)));
                break;
            case OfferEvent.OfferDeclined:
                post.Notice("declined");
                break;
            case OfferEvent.OfferLapsed:
                post.Notice("lapsed");
                break;
            case OfferEvent.AgreementSigned e:
                ReferralMessages.Signed(post, e);
                break;

            case TermEvent.KeyWorkerChanged:
                TermMessages.KeyWorkerChanged(post);
                break;
            case TermEvent.AgreementVaried e:
                TermMessages.Varied(post, e);
                break;
            case TermEvent.TermExtended e:
                TermMessages.Extended(post, e);
                break;
            case TermEvent.ConcludingBegan e:
                TermMessages.ConcludingBegan(post, e);
                break;
            case TermEvent.ConcludingExpired e:
                TermMessages.ConcludingExpired(post, e);
                break;
            case TermEvent.AgreementCompleted:
                TermMessages.Completed(post);
                break;
            case TermEvent.AgreementDiscontinued:
                TermMessages.Discontinued(post);
                break;

            case BreachEvent.WarningIssued e:
                BreachMessages.Warned(post, e);
                break;
            case BreachEvent.WarningWithdrawn:
                BreachMessages.WarningWithdrawn(post);
                break;
            case BreachEvent.BreachProposed e:
                BreachMessages.Proposed(post, e);
                break;
            case BreachEvent.FailureAnnulled { ToldAt: not null }:
                BreachMessages.TakenBack(post);
                break;
            case TellingEvent.PersonAnswered e:
                BreachMessages.Answered(post, e);
                break;
            case BreachEvent.AnswerTimeEnded:
                BreachMessages.AnswerTimeEnded(post);
                break;
            case BreachEvent.ChargeByAlerted e:
                BreachMessages.ChargeByAlerted(post, e);
                break;
            case BreachEvent.BreachDecided e:
                BreachMessages.Decided(post, e);
                break;
            case BreachEvent.AgreementBreached:
                BreachMessages.Breached(post);
                break;

            case NoReoffendingEvent.CustodyNoticeReceived e:
                CustodyMessages.Received(post, e);
                break;
            case NoReoffendingEvent.CustodyNoticeCorrected e:
                CustodyMessages.Corrected(post, e);
                break;
            case TagMonitoringEvent.TagEventReportedLate or TermEvent.LateNewsReceived:
                AlertMessages.LateNews(post);
                break;
            case TagMonitoringEvent.TagRemovalDue e:
                AlertMessages.TagRemovalDue(post, e);
                break;
            case TagMonitoringEvent.TagEventRefused:
                AlertMessages.TagEventRefused(post);
                break;
            case ConditionEvent.ConditionReopened:
                AlertMessages.Reopened(post);
                break;
            case TermEvent.MessageUndelivered e:
                AlertMessages.Undelivered(post, e);
                break;
            case VictimEvent.VictimToBeTold e:
                AlertMessages.VictimToBeTold(post, e);
                break;
            default:
                break;
        }

        return post.Messages;
    }
}
