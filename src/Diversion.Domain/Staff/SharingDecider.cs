using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Sharing;

namespace Diversion.Domain.Staff;

/// <summary>Agreements on what a partner organisation may be told, purpose by purpose.</summary>
internal static class SharingDecider
{
    /// <summary>How far ahead a review may lie: one that is further is none.</summary>
    private const int LongestYears = 3;

    public static Refusal? Agree(StaffDecision decision, StaffCommand.AgreeSharing command)
    {
        if (decision.State.Organisation(command.Organisation) is not { IsClosed: false } organisation)
        {
            return PeopleDecider.Invalid(RefusalCode.OrganisationUnknown, "organisation", "The directory has no open organisation of this name. Check it.");
        }

        if (!Enum.IsDefined(command.Purpose))
        {
            return PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, "purpose", "Say what is shared: referralReason, staffRisks, previousWork or progress.");
        }

        if (!Enum.IsDefined(command.Basis))
        {
            return PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, "basis", "Say on which lawful basis: consent, legalObligation, vitalInterests, publicTask or lawEnforcement.");
        }

        if (command.StartsOn.Year < 2000 || command.StartsOn > decision.Today.PlusYears(1))
        {
            return PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, "startsOn", "The start lies between 2000 and a year from today.");
        }

        if (ReviewFault(decision, command.ReviewOn, "reviewOn") is { } refused)
        {
            return refused;
        }

        if (command.ReviewOn <= command.StartsOn)
        {
            return PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, "reviewOn", "The review is after the start.");
        }

        var agreed = new SharingAgreement(
            decision.State.SharingNumber + 1, organisation.Name, command.Purpose, command.Basis, command.StartsOn, command.ReviewOn, decision.ReviewBy(command.ReviewOn), StaffDecider.LineOrNull(command.Reference));
        return decision.State.Sharing.FirstOrDefault(one => one.Organisation == organisation.Name && one.Purpose == command.Purpose) switch
        {
            null => decision.Raise(new StaffEvent.SharingAgreed(agreed)),
            { } known when (known.Basis, known.StartsOn, known.ReviewOn, known.Reference) == (agreed.Basis, agreed.StartsOn, agreed.ReviewOn, agreed.Reference) => null,
            _ => new Refusal.WrongState(RefusalCode.SharingExists, $"There is an agreement with {organisation.Name} for this purpose. Review it, or end it first."),
        };
    }

    public static Refusal? Review(StaffDecision decision, StaffCommand.ReviewSharing command) =>
        NoReason(command) ?? Find(decision, command.Sharing, out var known) ?? ReviewFault(decision, command.NextReviewOn, "nextReviewOn")
        ?? decision.Raise(new StaffEvent.SharingReviewed(known.Number, command.NextReviewOn, decision.ReviewBy(command.NextReviewOn)));

    public static Refusal? End(StaffDecision decision, StaffCommand.EndSharing command) =>
        NoReason(command) ?? Find(decision, command.Sharing, out var known) ?? decision.Raise(new StaffEvent.SharingEnded(known.Number));

    /// <summary>After an outage leads are reminded of each once.</summary>
    public static StaffEvent Due(StaffDecision decision, StaffEvent.SharingReviewDue due, Instant now) =>
        due with { Step = decision.State.Sharing.First(one => one.Number == due.Sharing).Review.Ladder.Count(at => at <= now) };

    private static Refusal? Find(StaffDecision decision, int number, out SharingAgreement known)
    {
        known = decision.State.Sharing.FirstOrDefault(one => one.Number == number)!;
        return known is null ? new Refusal.Unknown(RefusalCode.SharingUnknown, "There is no sharing agreement with this number, or it has ended. Load the page again.") : null;
    }

    private static Refusal? ReviewFault(StaffDecision decision, LocalDate on, string field) => on <= decision.Today || on > decision.Today.PlusYears(LongestYears)
        ? PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, field, $"The review is after today, and at most {LongestYears} years away.")
        : null;

    private static Refusal? NoReason(StaffCommand command) => Characters.IsBlank(command.Reason)
        ? new Refusal.Invalid(RefusalCode.ReasonMissing, "Give a reason: it is kept with the decision.") { Field = "reason" }
        : null;
}
