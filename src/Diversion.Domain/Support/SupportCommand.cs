using Diversion.Domain.Agreements;

namespace Diversion.Domain.Support;

/// <summary>
/// Voluntary support beside the conditions. It never changes the status, and no failure, warning or breach comes of it. What
/// was begun goes on after the agreement has ended.
/// </summary>
public abstract record SupportCommand : AgreementCommand
{
    private SupportCommand()
    {
    }

    /// <summary>What it is about: a track of support.</summary>
    public abstract string Track { get; }

    internal override bool AfterEnd => true;

    /// <summary>The person is offered a health check. They may be offered it again after they did not want it.</summary>
    /// <param name="Provider">The organisation whose nurse does it.</param>
    public sealed record OfferHealthCheck(string Provider) : SupportCommand
    {
        public override string Track => HealthCheck.Track;

        internal override bool AfterEnd => false;

        internal override AgreementCommand Kept(StaffDirectory staff) => this with { Provider = staff.Provider(Provider)! };

        internal override Refusal? Unlisted(StaffDirectory staff) => staff.UnlistedProvider("provider", Provider);

        internal override void Inspect(TextInspection texts) => texts.Line("provider", Provider, required: true);
    }

    /// <summary>Whether the person wants it. Until it was done they may change their mind.</summary>
    public sealed record AnswerHealthCheck(bool Accepted) : SupportCommand
    {
        public override string Track => HealthCheck.Track;
    }

    /// <summary>It was done. Another day corrects it.</summary>
    public sealed record RecordHealthCheck(LocalDate On) : SupportCommand
    {
        public override string Track => HealthCheck.Track;
    }

    /// <summary>The nurse referred the person to somebody else: only the kind is kept. Sent again for the same day it changes nothing.</summary>
    public sealed record ReferOnward(OnwardKind Kind, LocalDate On) : SupportCommand
    {
        public override string Track => HealthCheck.Track;
    }

    /// <summary>What came of an onward referral. Another outcome corrects it, or says that a course was finished.</summary>
    /// <param name="Number">Of the referral, from 1.</param>
    public sealed record RecordOnwardOutcome(int Number, OnwardOutcome Outcome) : SupportCommand
    {
        public override string Track => HealthCheck.Track;

        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));
    }
}
