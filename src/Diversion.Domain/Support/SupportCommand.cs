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

    /// <summary>Somebody is found who stands by the person. Another one after the first has ended.</summary>
    /// <param name="Mentor">As the programme's list has them.</param>
    /// <param name="Organisation">Theirs; as the list has it.</param>
    public sealed record MatchMentor(StaffRef Mentor, string Organisation) : SupportCommand
    {
        public override string Track => Mentoring.TrackOf(0);

        internal override AgreementCommand Kept(StaffDirectory staff) => staff.Partner(Mentor?.Id) is { } listed
            ? this with { Mentor = listed.Person, Organisation = listed.Organisation }
            : this with { Mentor = StaffDirectory.AsListed(Mentor, null)!, Organisation = staff.Provider(Organisation)! };

        internal override Refusal? Unlisted(StaffDirectory staff) => StaffDirectory.Unlisted("mentor", "partner’s person", Mentor, [.. (staff.Partners ?? []).Select(one => one.Person)]);

        internal override void Inspect(TextInspection texts)
        {
            texts.Staff("mentor", Mentor);
            texts.Line("organisation", Organisation, required: true);
        }
    }

    /// <summary>They met or spoke. Recorded by the mentor alone; sent again for the same day it changes nothing.</summary>
    /// <param name="Number">Of the mentoring, from 1.</param>
    public sealed record LogMentorMeeting(int Number, MentorContact How, LocalDate On) : SupportCommand
    {
        public override string Track => Mentoring.TrackOf(Number);

        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));
    }

    /// <summary>It ends when the person says so, or for another reason; never for a fault.</summary>
    public sealed record EndMentoring(int Number, MentoringEndCause Cause) : SupportCommand
    {
        public override string Track => Mentoring.TrackOf(Number);

        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));
    }
}
