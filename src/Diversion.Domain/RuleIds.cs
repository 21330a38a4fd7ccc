namespace Diversion.Domain;

/// <summary>Names of the rules that set due moments; stored with each, explained by <see cref="RuleTexts"/>.</summary>
public static class RuleIds
{
    public const string ChargeByNone = "charge-by.none";
    public const string ChargeBySummary = "charge-by.summary-only";
    public const string ChargeByDomestic = "charge-by.domestic-assault";
    public const string ChargeByAlert = "charge-by.alert";

    public const string CheckSafeguarding = "checks.safeguarding";
    public const string CheckDomesticAbuse = "checks.domestic-abuse";
    public const string OfferLapse = "offer.lapse";
    public const string TermEnd = "term.end";
    public const string ConcludingEnd = "concluding.end";
    public const string CoverEnd = "cover.end";
    public const string SettleCondition = "condition.settle";
    public const string ParticipantReminder = "appointment.reminder";
    public const string AppointmentOutcome = "appointment.outcome";
    public const string EvidenceAwaited = "appointment.evidence";
    public const string BreachDecision = "breach.decision";
    public const string BreachAnswer = "breach.answer";
    public const string WarningContest = "warning.contest";
    public const string ComplaintAcknowledge = "complaint.acknowledge";
    public const string ComplaintAnswer = "complaint.answer";
    public const string VisitOutcome = "visit.outcome";
    public const string DataRequestAnswer = "data-request.answer";
    public const string HealthCheckDone = "health-check.done";
    public const string MentorMeeting = "mentoring.meeting";
    public const string HandoverMeeting = "handover.meeting";
    public const string ExitPlanBegun = "exit-plan.begun";
    public const string ExitPlanAgreed = "exit-plan.agreed";
    public const string FollowUpCall = "exit-plan.call";
    public const string HealthCheckOnward = "health-check.onward";
    public const string CustodyNoticeRead = "custody-notice.read";
    public const string BoardAction = "board-pack.action";
    public const string CustodyMatch = "custody-notice.match";
    public const string PartnershipReview = "partnership.review";
    public const string RiskAssessmentReview = "project.risk-assessment";
    public const string SharingReview = "sharing.review";
    public const string PartnerNoteRead = "partner-note.read";
    public const string ContactFails = "contact.fails";
    public const string TeamAnswer = "team.answer";
    public const string CourtesyReview = "courtesy.review";
    public const string CourtesyEnd = "courtesy.end";
    public const string TransferConfirm = "transfer.confirm";
    public const string CaseOutcome = "case.outcome";
    public const string FollowUpResult = "follow-up.result";

    public const string TellPerson = "person.told";

    public const string VictimSupport = "victim.support-referral";
    public const string VictimToldDecision = "victim.told-decision";
    public const string VictimToldEnding = "victim.told-ending";

    public const string VictimRequestAcknowledged = "victim.request-acknowledged";
    public const string VictimRequestAnswered = "victim.request-answered";

    public const string RestorativeContact = "restorative-justice.victim-contact";
    public const string RestorativeAnswer = "restorative-justice.victim-answer";
    public const string RestorativeHeld = "restorative-justice.held";
    public const string ReparationPlacement = "reparation.placement";
    public const string ReparationHalf = "reparation.half";
    public const string ReparationAll = "reparation.all";
    public const string TagFit = "tag-monitoring.fit";
    public const string TagReview = "tag-monitoring.review";
    public const string TagTamperReview = "tag-monitoring.tamper-review";
    public const string TagRemoval = "tag-monitoring.removal";
    public const string SupervisionFirst = "supervision.first-meeting";
    public const string SupervisionPeriod = "supervision.period";
    public const string ApologyWritten = "letter-of-apology.written";
    public const string ApologyChecked = "letter-of-apology.checked";
    public const string ApologyEnd = "letter-of-apology.end";
    public const string CompensationPayment = "compensation.payment";
    public const string CourseBooked = "course.booked";
    public const string CourseDone = "course.done";
    public const string DonationMade = "donation.made";
    public const string PathwayReferral = "pathway.referral";
    public const string PathwayAcceptance = "pathway.acceptance";
    public const string PathwayContact = "pathway.contact";
    public const string PathwayContactNext = "pathway.contact-next";
}
