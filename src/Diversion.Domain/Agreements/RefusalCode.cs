namespace Diversion.Domain.Agreements;

/// <summary>Stable codes of refusals. A released code never changes its meaning.</summary>
public static class RefusalCode
{
    public const string AgreementUnknown = "agreement-unknown";
    public const string AgreementExists = "agreement-exists";
    public const string AgreementEnded = "agreement-ended";
    public const string RoleNotPermitted = "role-not-permitted";
    public const string ReasonMissing = "reason-missing";
    public const string TextMissing = "text-missing";
    public const string TextTooLong = "text-too-long";
    public const string TextInvalid = "text-invalid";
    public const string EmailInvalid = "email-invalid";
    public const string StaffUnknown = "staff-unknown";
    public const string ValueOutOfRange = "value-out-of-range";
    public const string DateInFuture = "date-in-future";
    public const string DateTooOld = "date-too-old";
    public const string DateInPast = "date-in-past";
    public const string WrongStatus = "wrong-status";
    public const string TelephoneInvalid = "telephone-invalid";
    public const string EthnicityUnknown = "ethnicity-unknown";
    public const string PncIdInvalid = "pnc-id-invalid";
    public const string CroNumberInvalid = "cro-number-invalid";
    public const string AddressContradicts = "address-contradicts";
    public const string PossibleDuplicate = "possible-duplicate";
    public const string SecondAgreement = "second-agreement";
    public const string OffenceUnknown = "offence-unknown";
    public const string OffenceRepeated = "offence-repeated";
    public const string OffenceMandatory = "offence-mandatory";
    public const string OffenceAfterSigning = "offence-after-signing";
    public const string TooManyOffences = "too-many-offences";
    public const string MatchDecided = "match-decided";
    public const string OffenceTableFaulty = "offence-table-faulty";
    public const string OffenceTableTooLarge = "offence-table-too-large";
    public const string CalendarNotCovered = "calendar-not-covered";

    public const string RuleUnknown = "rule-unknown";
    public const string EligibilityNotMet = "eligibility-not-met";
    public const string EligibilityNotKnown = "eligibility-not-known";
    public const string RuleNotOverridable = "rule-not-overridable";
    public const string OverrideNotNeeded = "override-not-needed";
    public const string OverrideRepeated = "override-repeated";
    public const string ReasonTooShort = "reason-too-short";
    public const string OwnReferral = "own-referral";
    public const string DecisionMakerIsOfficer = "decision-maker-is-officer";
    public const string RouteUnknown = "route-unknown";
    public const string RouteNotOpen = "route-not-open";
    public const string ExplanationMissing = "explanation-missing";
    public const string WordUnknown = "word-unknown";
    public const string NoneWithOthers = "none-with-others";
    public const string BirthDateUnlikely = "birth-date-unlikely";
    public const string ChecksOutstanding = "checks-outstanding";
    public const string VictimViewsOutstanding = "victim-views-outstanding";
    public const string ArmIsControl = "arm-is-control";
    public const string ArmAllocated = "arm-already-allocated";

    public const string ChargeByTooClose = "charge-by-too-close";
    public const string TooManyConditions = "too-many-conditions";
    public const string ConditionMissing = "condition-missing";
    public const string ConditionRepeated = "condition-repeated";
    public const string ConditionUnknown = "condition-unknown";
    public const string ConditionClosed = "condition-closed";
    public const string ConditionMandatory = "condition-mandatory";
    public const string ConditionNotReady = "condition-not-ready";
    public const string HoursOutOfRange = "hours-out-of-range";
    public const string ChildProtection = "restorative-justice-child-protection";
    public const string OfferLapsed = "offer-lapsed";
    public const string TermOver = "term-over";
    public const string NotParticipantsFailure = "not-participants-failure";
    public const string ParticipantMustAgree = "participant-must-agree";

    public const string AppointmentUnknown = "appointment-unknown";
    public const string AppointmentExists = "appointment-exists";
    public const string AppointmentSettled = "appointment-settled";
    public const string AppointmentNotYet = "appointment-not-yet";
    public const string AppointmentBegun = "appointment-begun";
    public const string AppointmentOverlaps = "appointment-overlaps";
    public const string TimeUnusual = "time-unusual";
    public const string CancellationUnexplained = "cancellation-unexplained";
    public const string MinutesBeyondSession = "minutes-beyond-session";
    public const string MinutesWithAbsence = "minutes-with-absence";
    public const string PenaltyBeyondAttended = "penalty-beyond-attended";
    public const string AppointmentOutsideTerm = "appointment-outside-term";

    public const string TagWithoutTerms = "tag-without-terms";
    public const string CurfewInvalid = "curfew-invalid";
    public const string ZoneRepeated = "zone-repeated";
    public const string ZoneContradicts = "zone-contradicts";
    public const string TagEventAfterEnding = "tag-event-after-ending";
    public const string TagEventUnknown = "tag-event-unknown";
    public const string TagEventReviewed = "tag-event-reviewed";
    public const string TagNotFitted = "tag-not-fitted";
    public const string TagConsentMissing = "tag-consent-missing";

    public const string WarningUnknown = "warning-unknown";
    public const string WarningGivenByAnother = "warning-given-by-another";
    public const string WarningGivenByDecider = "warning-given-by-decider";
    public const string WarningNotContested = "warning-not-contested";
    public const string ComplaintUnknown = "complaint-unknown";
    public const string ComplaintSettled = "complaint-settled";
    public const string ComplaintAboutYou = "complaint-about-you";
    public const string NewsUnknown = "news-unknown";
    public const string ToldBeforeNews = "told-before-news";
    public const string BreachAlreadyProposed = "breach-already-proposed";
    public const string BreachNotProposed = "breach-not-proposed";
    public const string AnswerAwaited = "answer-awaited";
    public const string AnswerUnknown = "answer-unknown";
    public const string BreachDeciderIsProposer = "breach-decider-is-proposer";
    public const string ExtensionTooLong = "extension-too-long";

    public const string OutcomeCodeUnknown = "outcome-code-unknown";
    public const string OutcomeCodeUnfit = "outcome-code-unfit";
    public const string ChargeByPassed = "charge-by-passed";

    public const string VictimNone = "victim-none";
    public const string ObligationNotOpen = "promise-not-open";
    public const string NoticeUnknown = "notice-unknown";
    public const string AlertUnknown = "alert-unknown";
    public const string TeamNotYours = "team-not-yours";
    public const string CoverBySelf = "cover-by-key-worker";
    public const string CoverNone = "cover-none";
    public const string NoteNotForPartner = "note-not-for-partner";
    public const string NothingToVary = "nothing-to-vary";

    public const string DocumentUnknown = "document-unknown";
    public const string DocumentExists = "document-exists";
    public const string DocumentRepeated = "document-repeated";
    public const string DocumentEmpty = "document-empty";
    public const string DocumentTooLarge = "document-too-large";
    public const string DocumentsTooMany = "documents-too-many";

    public const string DirectoryMissing = "directory-missing";
    public const string StaffExists = "staff-exists";
    public const string StaffLeft = "staff-left";
    public const string StaffNotActive = "staff-not-active";
    public const string RolesMissing = "roles-missing";
    public const string RoleNotForPeople = "role-not-for-people";
    public const string LastLead = "last-lead";
    public const string CasesOpen = "cases-open";
    public const string TeamUnknown = "team-unknown";
    public const string TeamExists = "team-exists";
    public const string TeamHasMembers = "team-has-members";
    public const string TeamManaged = "team-managed";
    public const string OrganisationUnknown = "organisation-unknown";
    public const string OrganisationExists = "organisation-exists";
    public const string OrganisationHasMembers = "organisation-has-members";
}
