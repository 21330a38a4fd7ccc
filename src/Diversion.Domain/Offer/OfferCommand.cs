using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;

namespace Diversion.Domain.Offer;

public abstract record OfferCommand : AgreementCommand
{
    private OfferCommand()
    {
    }

    public sealed record MakeOffer(ImmutableArray<ConditionTerms> Conditions) : OfferCommand
    {
        internal override AgreementCommand Kept(StaffDirectory staff) => this with { Conditions = ConditionSet.Kept(Conditions, staff) };

        internal override Refusal? Unlisted(StaffDirectory staff) => ConditionSet.Unlisted(Conditions, staff);

        /// <summary>Why the case continues although the person may already have another one.</summary>
        public string? DuplicateReason { get; init; }

        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("duplicateReason", DuplicateReason);
            ConditionSet.Inspect(Conditions, texts);
        }
    }

    /// <summary>Takes the draft back, to correct it or to draft another.</summary>
    public sealed record WithdrawOffer : OfferCommand
    {
        internal override bool NeedsReason => true;
    }

    public sealed record DeclineOffer : OfferCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <param name="SignedOn">The day on the paper: today, or an earlier day while the offer was open.</param>
    public sealed record SignAgreement(LocalDate SignedOn, StaffRef KeyWorker) : OfferCommand
    {
        internal override AgreementCommand Kept(StaffDirectory staff) =>
            this with { KeyWorker = StaffDirectory.AsListed(KeyWorker, staff.KeyWorker(KeyWorker?.Id))! };

        /// <summary>What the route wants explained was explained, and the person signed for it.</summary>
        public bool Explained { get; init; }

        internal override Refusal? Unlisted(StaffDirectory staff) => StaffDirectory.Unlisted("keyWorker", "key worker", KeyWorker, staff.KeyWorkers);

        /// <summary>Why the case continues although the person may already have another one.</summary>
        public string? DuplicateReason { get; init; }

        internal override void Inspect(TextInspection texts)
        {
            texts.Prose("duplicateReason", DuplicateReason);
            texts.Staff("keyWorker", KeyWorker);
        }
    }
}
