using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Streams;

/// <summary>The stored name and version of an event type.</summary>
public sealed record EventEntry(Type Event, string Name, int Version)
{
    internal JsonTypeInfo Json { get; } = StoredJson.Options.GetTypeInfo(Event);

    public static EventEntry Of<TEvent>(string name, int version = 1) where TEvent : class => new(typeof(TEvent), name, version);
}

/// <summary>
/// Names under which the events of one kind of stream are stored. A name is a contract: it stays when a type is renamed. A
/// changed shape gets a new version and an upcast from the old one in <see cref="Upcasts"/>.
/// </summary>
public sealed class EventCatalogue<TEvent>(params IReadOnlyList<EventEntry> all) where TEvent : class
{
<<<<<<< HEAD
    public static IReadOnlyList<EventEntry> All { get; } =
    [
        Entry<ReferralEvent.Referred>("referral.referred"),
        Entry<ReferralEvent.Amended>("referral.amended"),
        Entry<ReferralEvent.OffenceAdded>("referral.offence-added"),
        Entry<ReferralEvent.OffenceCorrected>("referral.offence-corrected"),
        Entry<ReferralEvent.OffenceRemoved>("referral.offence-removed"),
        Entry<ReferralEvent.ContactChanged>("referral.contact-changed"),
        Entry<ReferralEvent.FactsRecorded>("referral.facts-recorded"),
        Entry<ReferralEvent.RiskRecorded>("referral.risk-recorded"),
        Entry<ReferralEvent.RiskOverridden>("referral.risk-overridden"),
        Entry<ReferralEvent.CheckReturned>("referral.check-returned"),
        Entry<ReferralEvent.RuleOverridden>("referral.rule-overridden"),
        Entry<ReferralEvent.EligibilityApproved>("referral.eligibility-approved"),
        Entry<ReferralEvent.PossibleDuplicatesSeen>("referral.possible-duplicates-seen"),
        Entry<ReferralEvent.FoundNotEligible>("referral.found-not-eligible"),
        Entry<ReferralEvent.ArmAllocated>("referral.arm-allocated"),
        Entry<ReferralEvent.NeedsRecorded>("referral.needs-recorded"),
        Entry<ReferralEvent.GoalsRecorded>("referral.goals-recorded"),
        Entry<VictimEvent.VictimRecorded>("victim.recorded"),
        Entry<VictimEvent.VictimViewsRecorded>("victim.views-recorded"),
        Entry<VictimEvent.VictimReferredToSupport>("victim.referred-to-support"),
        Entry<VictimEvent.VictimToBeTold>("victim.to-be-told"),
        Entry<VictimEvent.VictimTold>("victim.told"),
        Entry<OfferEvent.OfferMade>("offer.made"),
        Entry<OfferEvent.OfferWithdrawn>("offer.withdrawn"),
        Entry<OfferEvent.OfferDeclined>("offer.declined"),
        Entry<OfferEvent.OfferLapsed>("offer.lapsed"),
        Entry<OfferEvent.AgreementSigned>("offer.signed"),
        Entry<TermEvent.KeyWorkerChanged>("agreement.key-worker-changed"),
        Entry<TermEvent.CoverArranged>("agreement.cover-arranged"),
        Entry<TermEvent.CoverEnded>("agreement.cover-ended"),
        Entry<TermEvent.AgreementVaried>("agreement.varied"),
        Entry<TermEvent.TermExtended>("agreement.term-extended"),
        Entry<TermEvent.ConcludingBegan>("agreement.concluding-began"),
        Entry<TermEvent.ConcludingExpired>("agreement.concluding-expired"),
        Entry<TermEvent.AgreementCompleted>("agreement.completed"),
        Entry<TermEvent.AgreementDiscontinued>("agreement.discontinued"),
        Entry<TermEvent.CaseOutcomeDue>("agreement.case-outcome-due"),
        Entry<TermEvent.CaseOutcomeRecorded>("agreement.case-outcome-recorded"),
        Entry<TermEvent.CaseOutcomeCorrected>("agreement.case-outcome-corrected"),
        Entry<TermEvent.LateNewsReceived>("agreement.late-news-received"),
        Entry<TermEvent.NoteAdded>("agreement.note-added"),
        Entry<TermEvent.PartnerNotesRead>("agreement.partner-notes-read"),
        Entry<TermEvent.OwnerReminded>("agreement.owner-reminded"),
        Entry<TermEvent.ObligationEscalated>("agreement.obligation-escalated"),
        Entry<TermEvent.AlertAcknowledged>("agreement.alert-acknowledged"),
        Entry<TermEvent.MessageUndelivered>("agreement.message-undelivered"),
        Entry<AppointmentEvent.AppointmentScheduled>("appointment.scheduled"),
        Entry<AppointmentEvent.ParticipantReminded>("appointment.participant-reminded"),
        Entry<AppointmentEvent.AttendanceRecorded>("appointment.attendance-recorded"),
        Entry<AppointmentEvent.EvidenceRecorded>("appointment.evidence-recorded"),
        Entry<AppointmentEvent.EvidenceNotProvided>("appointment.evidence-not-provided"),
        Entry<AppointmentEvent.AttendanceCorrected>("appointment.attendance-corrected"),
        Entry<ConditionEvent.ConditionKept>("condition.kept"),
        Entry<ConditionEvent.ConditionWaived>("condition.waived"),
        Entry<ConditionEvent.ConditionSubstituted>("condition.substituted"),
        Entry<ConditionEvent.ConditionFailed>("condition.failed"),
        Entry<ConditionEvent.ConditionBlocked>("condition.blocked"),
        Entry<ConditionEvent.ConditionReopened>("condition.reopened"),
        Entry<ConditionEvent.ObligationRenewed>("condition.promise-renewed"),
        .. ConditionDescriptors.All.SelectMany(kind => kind.Events),
        Entry<BreachEvent.FailureRecorded>("breach.failure-recorded"),
        Entry<BreachEvent.FailureAnnulled>("breach.failure-annulled"),
        Entry<BreachEvent.FailureHeld>("breach.failure-held"),
        Entry<BreachEvent.FailureCounted>("breach.failure-counted"),
        Entry<BreachEvent.WarningIssued>("breach.warning-issued"),
        Entry<BreachEvent.WarningWithdrawn>("breach.warning-withdrawn"),
        Entry<BreachEvent.ViolenceRecorded>("breach.violence-recorded"),
        Entry<BreachEvent.BreachProposed>("breach.proposed"),
        Entry<BreachEvent.AnswerAwaited>("breach.answer-awaited"),
        Entry<BreachEvent.AnswerTimeEnded>("breach.answer-time-ended"),
        Entry<BreachEvent.ChargeByAlerted>("breach.charge-by-alerted"),
        Entry<BreachEvent.BreachDecided>("breach.decided"),
        Entry<BreachEvent.AgreementBreached>("breach.breached"),
        Entry<TellingEvent.PersonToBeTold>("person.to-be-told"),
        Entry<TellingEvent.PersonTold>("person.told"),
        Entry<TellingEvent.PersonAnswered>("person.answered"),
    ];
=======
    private readonly FrozenDictionary<Type, EventEntry> byType = all.ToFrozenDictionary(entry => entry.Event);
    private readonly FrozenDictionary<string, EventEntry> byName = all.ToFrozenDictionary(entry => entry.Name);
>>>>>>> main

    public IReadOnlyList<EventEntry> All => all;

    public EventEntry Of(TEvent happened) => byType[happened.GetType()];

    public string Write(TEvent happened) => JsonSerializer.Serialize(happened, Of(happened).Json);

    /// <summary>Only the event of a row, without who and why: read from the store's own bytes if it keeps them.</summary>
    /// <exception cref="StreamBrokenException">As for the data alone.</exception>
    public TEvent Read(TableRow row)
    {
        var (name, version) = (row.Text("name"), (int)row.Number("version"));
        if (!byName.TryGetValue(name, out var entry) || version != entry.Version)
        {
            return Read(name, version, row.Text("data"));
        }

        try
        {
            return (TEvent)row.Read("data", entry.Json)!;
        }
        catch (JsonException broken)
        {
            throw new StreamBrokenException($"A stored event {name} v{version} cannot be read: {broken.Message}", broken);
        }
    }

    /// <exception cref="StreamBrokenException">This program does not know the name, or the data does not fit it.</exception>
    public TEvent Read(string name, int version, string data)
    {
        if (!byName.TryGetValue(name, out var entry) || version > entry.Version)
        {
            throw new StreamBrokenException(
                $"This program does not know the stored event {name} v{version}. Run the version of Diversion that wrote it, or a later one.");
        }

        try
        {
            var current = version == entry.Version ? data : Upcasts.Apply(name, version, entry.Version, data);
            return (TEvent)JsonSerializer.Deserialize(current, entry.Json)!;
        }
        catch (JsonException broken)
        {
            throw new StreamBrokenException($"A stored event {name} v{version} cannot be read: {broken.Message}", broken);
        }
    }
}
