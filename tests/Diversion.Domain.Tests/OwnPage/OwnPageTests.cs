using Diversion.Domain.Agreements;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.OwnPage;

/// <summary>Who comes in to the person's own page, and until when.</summary>
public sealed class OwnPageTests
{
    private const string Hash = "c0de1";
    private static readonly LocalDate Born = People.Participant.BornOn;

    [Fact]
    public void A_code_opens_with_the_birth_date_and_is_recorded_once()
    {
        var given = Given();
        given.When(new OwnPageCommand.OpenOwnPage(Hash, Born)).Then<OwnPageEvent.OwnPageOpened>();
        given.When(new OwnPageCommand.OpenOwnPage(Hash, Born)).ThenNothing();
        Assert.True(OwnPageAccess.IsOpen(given.State, 1, given.Now));
    }

    [Fact]
    public void A_link_is_used_up_and_a_code_takes_its_place()
    {
        var given = Given(OwnPageWay.Link);
        given.When(new OwnPageCommand.OpenOwnPage(Hash, Born)).Refused(RefusalCode.OwnPageClosed);
        given.When(new OwnPageCommand.OpenOwnPage(Hash, Born, "c0de2"));
        given.When(new OwnPageCommand.OpenOwnPage(Hash, Born, "c0de3")).Refused(RefusalCode.OwnPageClosed);
        given.When(new OwnPageCommand.OpenOwnPage("c0de2", Born)).ThenNothing();
    }

    [Fact]
    public void Five_wrong_birth_dates_in_a_row_lock_it_and_the_right_one_begins_anew()
    {
        var given = Given();
        for (var i = 1; i < OwnPageAccess.MostWrongBirthDates; i++)
        {
            given.When(Wrong()).Then<OwnPageEvent.OwnPageBirthDateWrong>();
        }

        given.When(new OwnPageCommand.OpenOwnPage(Hash, Born));
        for (var i = 1; i <= OwnPageAccess.MostWrongBirthDates; i++)
        {
            given.When(Wrong()).Then<OwnPageEvent.OwnPageBirthDateWrong>();
        }

        given.When(new OwnPageCommand.OpenOwnPage(Hash, Born)).Refused(RefusalCode.OwnPageClosed);
        Assert.False(OwnPageAccess.IsOpen(given.State, 1, given.Now));
    }

    [Fact]
    public void What_nobody_used_in_two_weeks_works_no_longer()
    {
        var unused = Given();
        Assert.Equal(Case.Time("2026-03-20 00:00"), unused.State.OwnPage!.FirstUseBy);
        unused.Until("2026-03-20 00:00").When(new OwnPageCommand.OpenOwnPage(Hash, Born)).Refused(RefusalCode.OwnPageClosed);
    }

    [Fact]
    public void Stopping_counts_at_once_and_a_new_one_takes_the_place_of_the_old()
    {
        var given = Given();
        given.When(new OwnPageCommand.OpenOwnPage(Hash, Born));
        given.When(new OwnPageCommand.StopOwnPage());
        Assert.False(OwnPageAccess.IsOpen(given.State, 1, given.Now));
        given.When(new OwnPageCommand.StopOwnPage()).ThenNothing();
        given.When(new OwnPageCommand.OpenOwnPage(Hash, Born)).Refused(RefusalCode.OwnPageClosed);

        given.When(new OwnPageCommand.GiveOwnPage(OwnPageWay.Code, "c0de2"));
        given.When(new OwnPageCommand.OpenOwnPage("c0de2", Born)).Then<OwnPageEvent.OwnPageOpened>();
        Assert.Equal((true, false), (OwnPageAccess.IsOpen(given.State, 2, given.Now), OwnPageAccess.IsOpen(given.State, 1, given.Now)));
    }

    [Fact]
    public void It_ends_two_weeks_after_the_agreement()
    {
        var ended = Given();
        ended.When(new OwnPageCommand.OpenOwnPage(Hash, Born));
        ended.When(new TermCommand.Discontinue(DiscontinuationCause.Moved) { Reason = "Abroad." }, People.Lead);
        var at = ended.State.EndedAt!.Value;

        Assert.True(OwnPageAccess.IsOpen(ended.State, 1, at + Duration.FromDays(14) - Duration.Epsilon));
        Assert.False(OwnPageAccess.IsOpen(ended.State, 1, at + Duration.FromDays(14)));
        ended.When(new OwnPageCommand.GiveOwnPage(OwnPageWay.Code, "c0de2")).Refused(RefusalCode.AgreementEnded);
    }

    [Fact]
    public void Before_the_signing_there_is_none() =>
        Brought.ToReferred().When(new OwnPageCommand.GiveOwnPage(OwnPageWay.Code, Hash), People.Lead).Refused(RefusalCode.OwnPageNotYet);

    [Fact]
    public void A_link_goes_to_who_agreed_to_texts_alone()
    {
        var given = Brought.ToActive(Brought.Supervision());
        given.When(new ReferralCommand.ChangeContact(new ContactDetails(false)));
        given.When(new OwnPageCommand.GiveOwnPage(OwnPageWay.Link, Hash)).Refused(RefusalCode.OwnPageNoTexts);
    }

    private static Case Given(OwnPageWay way = OwnPageWay.Code)
    {
        var active = Brought.ToActive(Brought.Supervision());
        active.Given(new ReferralCommand.ChangeContact(new ContactDetails(false, Phone: "07700 900982") { TextConsent = true }));
        return active.Given(new OwnPageCommand.GiveOwnPage(way, Hash));
    }

    private static OwnPageCommand.OpenOwnPage Wrong() => new(Hash, Born.PlusDays(1));
}
