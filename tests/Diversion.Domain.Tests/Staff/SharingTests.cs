using Diversion.Domain.Agreements;
using Diversion.Domain.Sharing;
using Diversion.Domain.Staff;
using Diversion.Domain.Tests.Fixture;
using static Diversion.Domain.Tests.Staff.StaffCase;

namespace Diversion.Domain.Tests.Staff;

/// <summary>What partner organisations may be told, purpose by purpose. It is Tuesday 3 March 2026, 10am.</summary>
public sealed class SharingTests
{
    private static readonly LocalDate Today = new(2026, 3, 3);
    private static readonly LocalDate ReviewOn = new(2026, 9, 1);
    private static readonly StaffCommand.AgreeSharing Progress = new("green  spaces", SharingPurpose.Progress, SharingBasis.Consent, Today, ReviewOn, " File 7 ");

    private static readonly SharingAgreement Agreed = new(1, "Green Spaces", SharingPurpose.Progress, SharingBasis.Consent, Today, ReviewOn, Shipped.Deadlines.AtCloseOf(RuleIds.SharingReview, ReviewOn), "File 7");

    [Fact]
    public void Each_purpose_is_agreed_once_under_the_directory_s_name_of_the_organisation()
    {
        var state = Given().When(Progress).Then(new StaffEvent.SharingAgreed(Agreed));
        Assert.Equal((1, "Green Spaces", true), Assert.Single(state.Directory.Sharing!) is var told ? (told.Number, told.Organisation, told.NeedsConsent) : default);
        Assert.Null(Given().When(new StaffCommand.TimePassed()).ThenNothing().Directory.Sharing);

        var given = Given(new StaffEvent.SharingAgreed(Agreed));
        given.When(Progress).ThenNothing();
        given.When(Progress with { Basis = SharingBasis.PublicTask }).ThenRefused(RefusalCode.SharingExists, "end it first");
        given.When(Progress with { Purpose = SharingPurpose.StaffRisks }).Then(new StaffEvent.SharingAgreed(Agreed with { Number = 2, Purpose = SharingPurpose.StaffRisks }));
    }

    [Fact]
    public void A_number_is_given_once_so_that_a_consent_is_never_to_a_later_agreement()
    {
        var ended = Given(new StaffEvent.SharingAgreed(Agreed), new StaffEvent.SharingEnded(1));
        Assert.Empty(ended.When(new StaffCommand.TimePassed()).ThenNothing().Sharing);
        ended.When(Progress).Then(new StaffEvent.SharingAgreed(Agreed with { Number = 2 }));
    }

    [Fact]
    public void Its_review_is_chased_by_the_ladder_once_after_an_outage_and_until_it_is_recorded()
    {
        StaffEvent[] agreed = [new StaffEvent.SharingAgreed(Agreed)];
        var ladder = Agreed.Review.Ladder;
        Assert.Equal(ladder[0], StaffDue.Next(Given(agreed).When(new StaffCommand.TimePassed()).ThenNothing()));
        Given(agreed).AtTime(ladder[0]).When(new StaffCommand.TimePassed()).Then(new StaffEvent.SharingReviewDue(1, 1, Agreed.Review.Due));
        var late = Given(agreed).AtTime(ladder[^1] + Duration.FromDays(9)).When(new StaffCommand.TimePassed()).Then(new StaffEvent.SharingReviewDue(1, ladder.Length, Agreed.Review.Due));
        Assert.Null(StaffDue.Next(late));

        var next = new LocalDate(2027, 3, 1);
        var reviewed = Given([.. agreed, new StaffEvent.SharingReviewDue(1, 2, Agreed.Review.Due)]).When(new StaffCommand.ReviewSharing(1, next) { Reason = "They need it for each session." })
            .Then(new StaffEvent.SharingReviewed(1, next, Shipped.Deadlines.AtCloseOf(RuleIds.SharingReview, next)));
        Assert.Equal((next, 0), (reviewed.Sharing[0].ReviewOn, reviewed.Sharing[0].Step));
    }

    [Fact]
    public void Nothing_is_shared_with_an_organisation_that_was_closed()
    {
        var closed = Given(new StaffEvent.SharingAgreed(Agreed), new StaffEvent.OrganisationClosed("Green Spaces"));
        Assert.Empty(closed.When(new StaffCommand.TimePassed()).ThenNothing().Sharing);
        closed.When(Progress).ThenRefused(RefusalCode.OrganisationUnknown);
    }

    [Fact]
    public void What_cannot_be_is_refused_and_only_leads_decide()
    {
        Given().When(Progress with { Organisation = "Nobody" }).ThenRefused(RefusalCode.OrganisationUnknown);
        Given().When(Progress with { Organisation = new string('x', 300) }).ThenRefused(RefusalCode.TextTooLong);
        Given().When(Progress with { Purpose = (SharingPurpose)9 }).ThenRefused(RefusalCode.ValueOutOfRange, "referralReason");
        Given().When(Progress with { Basis = (SharingBasis)9 }).ThenRefused(RefusalCode.ValueOutOfRange, "consent");
        Given().When(Progress with { StartsOn = new(1999, 1, 1) }).ThenRefused(RefusalCode.ValueOutOfRange);
        Given().When(Progress with { ReviewOn = Today }).ThenRefused(RefusalCode.ValueOutOfRange);
        Given().When(Progress with { ReviewOn = new(2090, 1, 1) }).ThenRefused(RefusalCode.ValueOutOfRange);
        Given().When(Progress with { StartsOn = ReviewOn }).ThenRefused(RefusalCode.ValueOutOfRange, "after the start");
        Given().When(Progress with { Reference = "a\u0007b" }).ThenRefused(RefusalCode.TextInvalid);
        Given().When(new StaffCommand.EndSharing(4) { Reason = "Over." }).ThenRefused(RefusalCode.SharingUnknown);
        Given(new StaffEvent.SharingAgreed(Agreed)).When(new StaffCommand.EndSharing(1)).ThenRefused(RefusalCode.ReasonMissing);
        Given(new StaffEvent.SharingAgreed(Agreed)).When(new StaffCommand.ReviewSharing(1, Today) { Reason = "Held." }).ThenRefused(RefusalCode.ValueOutOfRange);
        Given().When(Progress, new Actor("pr-1", "Pat Provider", Role.Provider, null, "Green Spaces")).ThenRefused(RefusalCode.RoleNotPermitted);
    }
}
