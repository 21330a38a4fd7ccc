using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Term;

/// <summary>What concerns the agreement as a whole while it runs.</summary>
public abstract record TermCommand : AgreementCommand
{
    private TermCommand()
    {
    }

    /// <param name="Note">What the next key worker has to know.</param>
    public sealed record ChangeKeyWorker(StaffRef KeyWorker, string? Note = null) : TermCommand
    {
        internal override bool NeedsReason => true;

        internal override AgreementCommand Kept(StaffDirectory staff) =>
            this with { KeyWorker = StaffDirectory.AsListed(KeyWorker, staff.KeyWorker(KeyWorker?.Id))! };

        internal override Refusal? Unlisted(StaffDirectory staff) => StaffDirectory.Unlisted("keyWorker", "key worker", KeyWorker, staff.KeyWorkers);

        internal override void Inspect(TextInspection texts)
        {
            texts.Staff("keyWorker", KeyWorker);
            texts.Prose("note", Note);
        }
    }

    /// <summary>The former key worker handed the case over in a meeting, or could not. Other content than before corrects it.</summary>
    /// <param name="Note">What the next key worker has to know; null leaves the note as it is.</param>
    public sealed record RecordHandover(HandoverMeeting Meeting, LocalDate On, string? Note = null) : TermCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("note", Note);
    }

    /// <summary>
    /// Somebody does the key worker's work while they are away. The person's key worker stays the same; it does not count
    /// as a change.
    /// </summary>
    /// <param name="Until">The last day, inclusive: from today to 3 months ahead.</param>
    public sealed record CoverCase(StaffRef Worker, LocalDate Until) : TermCommand
    {
        internal override bool NeedsReason => true;

        internal override AgreementCommand Kept(StaffDirectory staff) =>
            this with { Worker = StaffDirectory.AsListed(Worker, staff.KeyWorker(Worker?.Id))! };

        internal override Refusal? Unlisted(StaffDirectory staff) => StaffDirectory.Unlisted("worker", "key worker", Worker, staff.KeyWorkers);

        internal override void Inspect(TextInspection texts) => texts.Staff("worker", Worker);
    }

    /// <summary>The key worker is back before the last day of the cover.</summary>
    public sealed record EndCover : TermCommand
    {
        internal override bool AfterEnd => true;
    }

    /// <summary>Makes a new numbered version of the agreement.</summary>
    public sealed record VaryAgreement(
        ImmutableArray<ConditionTerms> Add = default,
        ImmutableArray<string> Remove = default,
        bool ParticipantAgreed = false,
        LocalDate? AgreedOn = null,
        AgreedHow? AgreedHow = null) : TermCommand, INeedsAgreement
    {
        internal override bool NeedsReason => true;

        internal override AgreementCommand Kept(StaffDirectory staff) => this with { Add = ConditionSet.Kept(Add, staff) };

        internal override Refusal? Unlisted(StaffDirectory staff) => ConditionSet.Unlisted(Add, staff);

        protected override bool Decides(AgreementEvent happened) => Variation.IsPart(happened, Remove);

        internal override void Inspect(TextInspection texts) => ConditionSet.Inspect(Add, texts);
    }

    /// <summary>An offence from before the signing is taken into the agreement. Its conditions stay as they are.</summary>
    public sealed record TakeOffenceIn(
        Referral.Offence Offence,
        bool ParticipantAgreed = false,
        LocalDate? AgreedOn = null,
        AgreedHow? AgreedHow = null) : TermCommand, INeedsAgreement
    {
        internal override bool NeedsReason => true;

        protected override bool Decides(AgreementEvent happened) => happened is TermEvent.AgreementVaried;

        internal override void Inspect(TextInspection texts) => Referral.ReferralTexts.Inspect(texts, Offence);
    }

    /// <summary>
    /// The person has nothing more to do for the condition: that makes a new version, and needs no agreement by the person.
    /// </summary>
    public sealed record WaiveCondition(string ConditionId) : TermCommand
    {
        protected override bool Decides(AgreementEvent happened) => Variation.IsPart(happened, []);

        internal override CommandSubject Subject => new(ConditionId);

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);
    }

    public sealed record SubstituteCondition(
        string ConditionId,
        ConditionTerms Replacement,
        bool ParticipantAgreed = false,
        LocalDate? AgreedOn = null,
        AgreedHow? AgreedHow = null) : TermCommand, INeedsAgreement
    {
        protected override bool Decides(AgreementEvent happened) => Variation.IsPart(happened, []);

        internal override CommandSubject Subject => new(ConditionId);

        internal override bool NeedsReason => true;

        internal override AgreementCommand Kept(StaffDirectory staff) => this with { Replacement = ConditionSet.Kept(Replacement, staff)! };

        internal override Refusal? Unlisted(StaffDirectory staff) => ConditionSet.Unlisted([Replacement], staff);

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            ConditionSet.Inspect(Replacement is null ? [] : [Replacement], texts);
        }
    }

    /// <param name="OccurredOn">The day of what the person did or failed to do; today when left out.</param>
    public sealed record FailCondition(string ConditionId, FailureCause Cause, LocalDate? OccurredOn = null) : TermCommand
    {
        internal override CommandSubject Subject => new(ConditionId);

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);
    }

    public sealed record ExtendTerm(
        LocalDate LastDay, bool ParticipantAgreed = false, LocalDate? AgreedOn = null, AgreedHow? AgreedHow = null) : TermCommand, INeedsAgreement
    {
        internal override bool NeedsReason => true;
    }

    public sealed record Discontinue(DiscontinuationCause Cause) : TermCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <summary>
    /// What happened to a case that is the officer's again. A second, different one corrects the first and needs a reason.
    /// </summary>
    /// <param name="Code">Home Office outcome code, one of the scheme's list.</param>
    /// <param name="On">The day of the charge, caution or decision.</param>
    public sealed record RecordCaseOutcome(CaseResult Result, string Code, LocalDate On) : TermCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => texts.Line("code", Code, required: true);
    }

    /// <param name="ConditionId">The condition that the note is about; the partner who carries it out (a provider, a
    /// facilitator) then reads it, too. A partner always names one. Null for a note that only the team reads.
    /// </param>
    public sealed record AddNote(string Text, string? ConditionId = null) : TermCommand
    {
        internal override bool AfterEnd => true;

        internal override CommandSubject Subject => new(ConditionId);

        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("text", Text, required: true);
            if (ConditionId is not null)
            {
                texts.Id("conditionId", ConditionId);
            }
        }
    }

    /// <summary>The key worker has read what the partner wrote on this condition.</summary>
    public sealed record ReadPartnerNotes(string ConditionId) : TermCommand
    {
        internal override bool AfterEnd => true;

        internal override CommandSubject Subject => new(ConditionId);

        internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);
    }

    public sealed record AcknowledgeAlert(string AlertId) : TermCommand
    {
        internal override CommandSubject Subject => new(Item: AlertId);

        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => texts.Id("alertId", AlertId);
    }

    /// <summary>Delivery of a message was given up; a lead is told.</summary>
    /// <param name="Fails">The person's number or email address takes no messages: <see cref="ContactField.Telephone"/> or <see cref="ContactField.Email"/>.</param>
    public sealed record ReportUndelivered(string MessageId, ContactField? Fails = null) : TermCommand
    {
        internal override CommandSubject Subject => new(Item: MessageId);

        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => texts.Id("messageId", MessageId);
    }
}

/// <summary>Why an agreement ended without fault.</summary>
public enum DiscontinuationCause
{
    Moved,
    Died,
    FoundIneligible,
    ConsentWithdrawn,
    Other,
}
