using System.Collections.Frozen;

namespace Diversion.Casework.Serialization;

/// <summary>
/// Which texts of stored events stay when a record is erased: ids, codes, and the names of staff and organisations. Every
/// other text is taken out, so a text that is added later is taken out too until somebody decides otherwise here.
/// </summary>
internal static class KeptTexts
{
    /// <summary>Taken out without a trace: what reads them expects their form, or nothing.</summary>
    private static readonly FrozenSet<string> Gone = new[]
    {
        "Person.address", "Person.email", "Person.phone", "Person.pncId", "Person.croNumber", "Person.probationNumber", "Person.aliases",
        "ContactDetails.address", "ContactDetails.email", "ContactDetails.phone",
        "Offence.crimeNumber", "Offence.place", "Referred.custodyReference", "StaffRiskRecorded.risk",
        "StaffRef.email", "StaffRef.phone",
        "UnreferencedNotice.pncId", "UnreferencedNotice.custodyReference", "UnreferencedNotice.name", "UnreferencedNotice.bornOn",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Kept = new[]
    {
        // Of many events.
        "*.conditionId", "*.appointmentId", "*.failureId", "*.obligation", "*.rule", "*.news", "*.documentId", "*.noticeId", "*.tagEventId",
        "*.paymentId", "*.deciderId", "*.proposerId", "*.provider", "*.team", "*.organisation", "*.trial", "*.stratum", "*.sha256",

        // Statistics: what the case was about, and where.
        "Person.ethnicity", "Person.perceivedEthnicity", "Person.ward", "Person.district", "ContactDetails.ward", "ContactDetails.district",
        "Offence.group", "Offence.district", "Offence.classification", "Offence.localCode", "EligibilityFacts.currentOrders", "EligibilityFacts.route",
        "RuleAnswer.message", "RuleOverridden.message", "Reoffence.classification", "Reoffence.group", "ArmAllocated.code",
        "CaseOutcomeRecorded.code", "CaseOutcomeCorrected.code",

        // Who decided, and under which rules.
        "StaffRef.id", "StaffRef.name", "ServiceRef.id", "ServiceRef.name", "DocumentSource.id", "DocumentSource.name", "SchemeRef.name", "Referred.referredBy",
        "PersonAnswered.recordedBy", "ComplaintMade.recordedBy", "ComplaintMade.aboutId", "ComplaintAcknowledged.by",
        "ComplaintAnswered.by", "DataRequestReceived.recordedBy", "VisitBooked.recordedBy", "UnmetNeedRecorded.recordedBy", "SharingConsentRecorded.recordedBy", "VisitBooked.place", "ContactAttempt.by", "DataRequestAnswered.by", "MentoringEnded.by", "PassageMarked.by", "TeamAsked.askedBy", "TransferredOut.by", "TransferReceived.by", "TransferReceived.from", "TransferReceived.chain",
        "WarningIssued.givenById", "AttendanceRecorded.heldBy", "ErasureOrdered.byId", "ErasureOrdered.request",

        // Ids of things of the case.
        "DocumentKept.item", "LateNewsReceived.item", "AlertAcknowledged.alertId", "MessageUndelivered.messageId", "AppointmentScheduled.supersedes", "AppointmentNews.others",
        "ViolenceRecorded.incidentId", "ConditionSubstituted.successor", "AgreementVaried.added", "AgreementVaried.removed",
        "ConcludingBegan.open", "ConcludingExpired.open", "AgreementSigned.explained", "PlacementArranged.projectId", "PlacementArranged.project",
        "Donation.charity", "Course.id", "DonationBegan.charity", "CourseBegan.courseId", "CourseBegan.title", "NoticePassedOn.refusal", "RecordErased.digest", "NoticeErased.digest",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Stays(Type declaring, string property) => Kept.Contains($"{declaring.Name}.{property}") || Kept.Contains($"*.{property}");

    public static bool Goes(Type declaring, string property) => Gone.Contains($"{declaring.Name}.{property}");
}
