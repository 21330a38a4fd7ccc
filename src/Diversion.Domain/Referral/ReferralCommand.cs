using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Reading;
using Diversion.Domain.Trials;

namespace Diversion.Domain.Referral;

/// <summary>From custody to the decision whether an agreement may be offered.</summary>
public abstract record ReferralCommand : AgreementCommand
{
    private ReferralCommand()
    {
    }

    /// <param name="CustodyReference">The custody system's number; importing it twice adds nothing.</param>
    public sealed record Refer(AgreementId Id, Person Person, Offence Offence, StaffRef Officer, string? CustodyReference = null) : ReferralCommand
    {
        /// <summary>Why the case continues although the person may already have another one.</summary>
        public string? DuplicateReason { get; init; }

        internal override AgreementCommand Kept(StaffDirectory staff) => this with
        {
            Person = ReferralTexts.Kept(Person)!,
            Officer = StaffDirectory.AsListed(Officer, staff.Officer(Officer?.Id))!,
            CustodyReference = ReferenceText.CleanOrNull(CustodyReference),
        };

        /// <summary>An officer who refers their own case need not be on the list: they have signed in.</summary>
        internal override Refusal? Unlisted(StaffDirectory staff) =>
            Officer?.Id == By.Id ? null : StaffDirectory.Unlisted("officer", "officer", Officer, staff.Officers);

        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("duplicateReason", DuplicateReason);
            texts.Id("id", Id.Value);
            ReferralTexts.Inspect(texts, Person, Offence);
            texts.Staff("officer", Officer);
            texts.Line("custodyReference", CustodyReference);
        }
    }

    /// <summary>Corrects person or offence before an offer is made; the charge-by date is computed again.</summary>
    public sealed record AmendReferral(Person Person, Offence Offence) : ReferralCommand
    {
        internal override bool NeedsReason => true;

        internal override AgreementCommand Kept(StaffDirectory staff) => this with { Person = ReferralTexts.Kept(Person)! };

        internal override void Inspect(TextInspection texts) => ReferralTexts.Inspect(texts, Person, Offence);
    }

    /// <summary>A further offence of the same person, before an offer is made.</summary>
    public sealed record AddOffence(Offence Offence) : ReferralCommand
    {
        internal override void Inspect(TextInspection texts) => ReferralTexts.Inspect(texts, Offence);
    }

    /// <summary>Corrects a further offence; the first one is part of the referral.</summary>
    /// <param name="Number">Of the offence in this case, from 2.</param>
    public sealed record CorrectOffence(int Number, Offence Offence) : ReferralCommand
    {
        internal override CommandSubject Subject => new(Item: $"{Number}");

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => ReferralTexts.Inspect(texts, Offence);
    }

    /// <summary>An offence that was recorded by mistake, or is dealt with apart. The first one stays.</summary>
    /// <param name="Number">Of the offence in this case, from 2.</param>
    public sealed record RemoveOffence(int Number) : ReferralCommand
    {
        internal override CommandSubject Subject => new(Item: $"{Number}");

        internal override bool NeedsReason => true;
    }

    /// <summary>The person's contact details changed, or they gave or withdrew their consent to be written to.</summary>
    /// <param name="Contact">All of it, as it is now.</param>
    public sealed record ChangeContact(ContactDetails Contact) : ReferralCommand
    {
        /// <summary>For as long as something is still to be done or told.</summary>
        internal override bool AfterEnd => true;

        internal override AgreementCommand Kept(StaffDirectory staff) => this with { Contact = Contact?.Kept()! };

        internal override void Inspect(TextInspection texts) => Contact?.Inspect(texts);
    }

    /// <summary>What has to be known to meet the person; becomes known at any time.</summary>
    /// <param name="Circumstances">All of it, as it is now.</param>
    public sealed record RecordCircumstances(Circumstances Circumstances) : ReferralCommand
    {
        internal override void Inspect(TextInspection texts) => Circumstances?.Inspect(texts);
    }

    /// <summary>What those who meet the person have to be careful of. Nobody else is shown it.</summary>
    /// <param name="NoRisk">There is none, or none any more: said outright, so that an empty answer erases nothing.</param>
    public sealed record RecordStaffRisk(string? Risk = null, bool NoRisk = false) : ReferralCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("risk", Risk);
    }

    public sealed record RecordFacts(EligibilityFacts Facts) : ReferralCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            foreach (var order in Facts?.CurrentOrders ?? [])
            {
                texts.Line("facts.currentOrders", order, required: true);
            }

            texts.Line("facts.route", Facts?.Route);
            texts.Line("facts.evidenceReference", Facts?.EvidenceReference);
            texts.Line("facts.evidentialTestBy", Facts?.EvidentialTestBy);
            texts.Prose("facts.publicInterest", Facts?.PublicInterest);
            texts.Line("facts.prosecutorAuthority", Facts?.ProsecutorAuthority);
        }
    }

    public sealed record RecordRisk(string? Tool, decimal? Score, RiskBand? ToolBand, RiskBand? JudgedBand) : ReferralCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Line("tool", Tool);
    }

    public sealed record OverrideRisk(RiskBand Band) : ReferralCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <param name="Concern">For safeguarding: a child-protection case. For domestic abuse: a concern was found.</param>
    public sealed record RecordCheck(CheckKind Check, bool Concern, string? Note = null) : ReferralCommand
    {
        internal override CommandSubject Subject => new(Item: Check.ToString());

        internal override void Inspect(TextInspection texts) => texts.Prose("note", Note);
    }

    public sealed record ApproveEligibility(ImmutableArray<RuleOverride> Overrides = default) : ReferralCommand
    {
        /// <summary>Why the case continues although the person may already have another one.</summary>
        public string? DuplicateReason { get; init; }

        protected override bool Decides(AgreementEvent happened) =>
            happened is ReferralEvent.RuleOverridden or ReferralEvent.EligibilityApproved;

        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("duplicateReason", DuplicateReason);
            foreach (var waived in Overrides.IsDefault ? [] : Overrides)
            {
                texts.Line("overrides.rule", waived?.Rule, required: true);
                texts.Prose("overrides.reason", waived?.Reason, required: true);
            }
        }
    }

    public sealed record FindNotEligible : ReferralCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <summary>Asks the open trial for the arm of this case. Nobody types one.</summary>
    /// <param name="ResearchConsent">What the person said to the use of their data for research, where the protocol asks.</param>
    public sealed record AllocateArm(bool? ResearchConsent = null) : ReferralCommand
    {
        /// <summary>What the trial gave; never part of a request.</summary>
        public DrawnArm? Drawn { get; private init; }

        /// <summary>Why the trial gave nothing.</summary>
        internal Refusal? NotDrawn { get; private init; }

        /// <summary>What was drawn is kept whatever happened to the case since; asking again, when it was the control, is no fault.</summary>
        internal override bool AfterEnd => true;

        public AllocateArm With(DrawnArm drawn) => this with { Drawn = drawn };

        public AllocateArm Without(Refusal refusal) => this with { NotDrawn = refusal };

        /// <summary>To find out whether it may be asked for.</summary>
        public AllocateArm AsExample() => With(DrawnArm.Example);
    }

    /// <summary>Leaves the case out of the open trial, so that it goes on as without one. Only before an arm is drawn.</summary>
    public sealed record LeaveOutOfTrial : ReferralCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <summary>The person received another arm than the trial allocated, or did not after all.</summary>
    /// <param name="Received">The arm allocated takes a mistaken record back.</param>
    public sealed record RecordCrossover(TrialArm Received, LocalDate On) : ReferralCommand
    {
        internal override bool AfterEnd => true;

        internal override bool NeedsReason => true;
    }

    /// <summary>The person gave or withdrew their consent to the use of their data for research.</summary>
    public sealed record RecordResearchConsent(bool Given) : ReferralCommand
    {
        internal override bool AfterEnd => true;
    }

    public sealed record RecordNeeds(ImmutableArray<Conditions.Pathway.PathwayKind> Needs) : ReferralCommand;

    /// <summary>No service meets a need of the person. The same need for the same reason is recorded once while it is open.</summary>
    /// <param name="What">What would have helped.</param>
    public sealed record RecordUnmetNeed(Conditions.Pathway.PathwayKind Need, UnmetBecause Because, string? What = null) : ReferralCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("what", What);
    }

    /// <summary>Something was found after all. It stays counted as a need that nothing met until then.</summary>
    /// <param name="Number">In the case, from 1.</param>
    public sealed record MeetUnmetNeed(int Number) : ReferralCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));
    }

    /// <summary>The person agrees that an organisation is told something, or does not, or not any more.</summary>
    /// <param name="Sharing">The number of a sharing agreement whose basis is their consent.</param>
    public sealed record RecordSharingConsent(int Sharing, bool Given) : ReferralCommand
    {
        /// <summary>A yes may be withdrawn at any time, and a mentor goes on after the end.</summary>
        internal override bool AfterEnd => true;

        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Sharing));
    }

    /// <summary>The participant's own goals, in their words: one line each on the printed agreement.</summary>
    public sealed record RecordGoals(ImmutableArray<string> Goals) : ReferralCommand
    {
        /// <summary>A few that matter to the person.</summary>
        public const int Most = 10;

        internal override void Inspect(TextInspection texts)
        {
            foreach (var goal in Goals.IsDefault ? [] : Goals)
            {
                texts.Line("goals", goal, required: true);
            }
        }
    }
}

public enum CheckKind
{
    Safeguarding,
    DomesticAbuse,
}

public enum TrialArm
{
    Programme,
    Control,
}
