using Diversion.Casework.Conditions;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Documents;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Record;

/// <summary>The names under which the events of agreements are stored.</summary>
public static class AgreementEvents
{
    public static EventCatalogue<AgreementEvent> Catalogue { get; } = new(
    [
        EventEntry.Of<ReferralEvent.Referred>("referral.referred"),
        EventEntry.Of<ReferralEvent.Amended>("referral.amended"),
        EventEntry.Of<ReferralEvent.OffenceAdded>("referral.offence-added"),
        EventEntry.Of<ReferralEvent.OffenceCorrected>("referral.offence-corrected"),
        EventEntry.Of<ReferralEvent.OffenceRemoved>("referral.offence-removed"),
        EventEntry.Of<ReferralEvent.CircumstancesRecorded>("referral.circumstances-recorded"),
        EventEntry.Of<ReferralEvent.StaffRiskRecorded>("referral.staff-risk-recorded"),
        EventEntry.Of<ReferralEvent.ContactChanged>("referral.contact-changed"),
        EventEntry.Of<ReferralEvent.FactsRecorded>("referral.facts-recorded", 2),
        EventEntry.Of<ReferralEvent.RiskRecorded>("referral.risk-recorded"),
        EventEntry.Of<ReferralEvent.RiskOverridden>("referral.risk-overridden"),
        EventEntry.Of<ReferralEvent.CheckReturned>("referral.check-returned"),
        EventEntry.Of<ReferralEvent.RuleOverridden>("referral.rule-overridden"),
        EventEntry.Of<ReferralEvent.EligibilityApproved>("referral.eligibility-approved"),
        EventEntry.Of<ReferralEvent.PossibleDuplicatesSeen>("referral.possible-duplicates-seen"),
        EventEntry.Of<ReferralEvent.FoundNotEligible>("referral.found-not-eligible"),
        EventEntry.Of<ReferralEvent.ArmAllocated>("referral.arm-allocated"),
        EventEntry.Of<ReferralEvent.NeedsRecorded>("referral.needs-recorded"),
        EventEntry.Of<ReferralEvent.GoalsRecorded>("referral.goals-recorded"),
        EventEntry.Of<VictimEvent.VictimRecorded>("victim.recorded", 2),
        EventEntry.Of<VictimEvent.VictimViewsRecorded>("victim.views-recorded", 2),
        EventEntry.Of<VictimEvent.VictimReferredToSupport>("victim.referred-to-support", 2),
        EventEntry.Of<VictimEvent.VictimToBeTold>("victim.to-be-told", 2),
        EventEntry.Of<VictimEvent.VictimTold>("victim.told", 2),
        EventEntry.Of<VictimEvent.VictimRemoved>("victim.removed"),
        EventEntry.Of<VictimEvent.VictimOptedOut>("victim.opted-out"),
        EventEntry.Of<VictimEvent.VictimOptedIn>("victim.opted-in"),
        EventEntry.Of<VictimEvent.VictimRequestMade>("victim.request-made"),
        EventEntry.Of<VictimEvent.VictimRequestAcknowledged>("victim.request-acknowledged"),
        EventEntry.Of<VictimEvent.VictimRequestAnswered>("victim.request-answered"),
        EventEntry.Of<OfferEvent.OfferMade>("offer.made", 2),
        EventEntry.Of<OfferEvent.OfferWithdrawn>("offer.withdrawn"),
        EventEntry.Of<OfferEvent.OfferDeclined>("offer.declined"),
        EventEntry.Of<OfferEvent.OfferLapsed>("offer.lapsed"),
        EventEntry.Of<OfferEvent.AgreementSigned>("offer.signed"),
        EventEntry.Of<TermEvent.KeyWorkerChanged>("agreement.key-worker-changed"),
        EventEntry.Of<TermEvent.CoverArranged>("agreement.cover-arranged"),
        EventEntry.Of<TermEvent.CoverEnded>("agreement.cover-ended"),
        EventEntry.Of<TermEvent.AgreementVaried>("agreement.varied"),
        EventEntry.Of<TermEvent.TermExtended>("agreement.term-extended"),
        EventEntry.Of<TermEvent.ConcludingBegan>("agreement.concluding-began"),
        EventEntry.Of<TermEvent.ConcludingExpired>("agreement.concluding-expired"),
        EventEntry.Of<TermEvent.AgreementCompleted>("agreement.completed"),
        EventEntry.Of<TermEvent.AgreementDiscontinued>("agreement.discontinued"),
        EventEntry.Of<TermEvent.CaseOutcomeDue>("agreement.case-outcome-due"),
        EventEntry.Of<TermEvent.CaseOutcomeRecorded>("agreement.case-outcome-recorded"),
        EventEntry.Of<TermEvent.CaseOutcomeCorrected>("agreement.case-outcome-corrected"),
        EventEntry.Of<TermEvent.LateNewsReceived>("agreement.late-news-received"),
        EventEntry.Of<TermEvent.NoteAdded>("agreement.note-added"),
        EventEntry.Of<TermEvent.PartnerNotesRead>("agreement.partner-notes-read"),
        EventEntry.Of<TermEvent.OwnerReminded>("agreement.owner-reminded"),
        EventEntry.Of<TermEvent.ObligationEscalated>("agreement.obligation-escalated"),
        EventEntry.Of<TermEvent.AlertAcknowledged>("agreement.alert-acknowledged"),
        EventEntry.Of<TermEvent.MessageUndelivered>("agreement.message-undelivered"),
        EventEntry.Of<AppointmentEvent.AppointmentScheduled>("appointment.scheduled"),
        EventEntry.Of<AppointmentEvent.ParticipantReminded>("appointment.participant-reminded"),
        EventEntry.Of<AppointmentEvent.AttendanceRecorded>("appointment.attendance-recorded"),
        EventEntry.Of<AppointmentEvent.EvidenceRecorded>("appointment.evidence-recorded"),
        EventEntry.Of<AppointmentEvent.EvidenceNotProvided>("appointment.evidence-not-provided"),
        EventEntry.Of<AppointmentEvent.AttendanceCorrected>("appointment.attendance-corrected"),
        EventEntry.Of<ConditionEvent.ConditionKept>("condition.kept"),
        EventEntry.Of<ConditionEvent.ConditionWaived>("condition.waived"),
        EventEntry.Of<ConditionEvent.ConditionSubstituted>("condition.substituted"),
        EventEntry.Of<ConditionEvent.ConditionFailed>("condition.failed"),
        EventEntry.Of<ConditionEvent.ConditionBlocked>("condition.blocked"),
        EventEntry.Of<ConditionEvent.ConditionReopened>("condition.reopened"),
        EventEntry.Of<ConditionEvent.ObligationRenewed>("condition.promise-renewed"),
        .. ConditionDescriptors.All.SelectMany(kind => kind.Events),
        EventEntry.Of<BreachEvent.FailureRecorded>("breach.failure-recorded"),
        EventEntry.Of<BreachEvent.FailureAnnulled>("breach.failure-annulled"),
        EventEntry.Of<BreachEvent.FailureHeld>("breach.failure-held"),
        EventEntry.Of<BreachEvent.FailureCounted>("breach.failure-counted"),
        EventEntry.Of<BreachEvent.WarningIssued>("breach.warning-issued"),
        EventEntry.Of<BreachEvent.WarningWithdrawn>("breach.warning-withdrawn"),
        EventEntry.Of<BreachEvent.ContestDecided>("breach.contest-decided"),
        EventEntry.Of<BreachEvent.ViolenceRecorded>("breach.violence-recorded"),
        EventEntry.Of<BreachEvent.BreachProposed>("breach.proposed"),
        EventEntry.Of<BreachEvent.AnswerAwaited>("breach.answer-awaited"),
        EventEntry.Of<BreachEvent.AnswerTimeEnded>("breach.answer-time-ended"),
        EventEntry.Of<BreachEvent.ChargeByAlerted>("breach.charge-by-alerted"),
        EventEntry.Of<BreachEvent.BreachDecided>("breach.decided"),
        EventEntry.Of<BreachEvent.AgreementBreached>("breach.breached"),
        EventEntry.Of<TellingEvent.PersonToBeTold>("person.to-be-told"),
        EventEntry.Of<TellingEvent.PersonTold>("person.told"),
        EventEntry.Of<TellingEvent.PersonAnswered>("person.answered"),
        EventEntry.Of<ComplaintEvent.ComplaintMade>("complaint.made"),
        EventEntry.Of<ComplaintEvent.ComplaintAcknowledged>("complaint.acknowledged"),
        EventEntry.Of<ComplaintEvent.ComplaintAnswered>("complaint.answered"),
        EventEntry.Of<ComplaintEvent.ComplaintWithdrawn>("complaint.withdrawn"),
        EventEntry.Of<DocumentEvent.DocumentKept>("document.kept"),
        EventEntry.Of<DocumentEvent.DocumentRemoved>("document.removed"),
    ]);
}
