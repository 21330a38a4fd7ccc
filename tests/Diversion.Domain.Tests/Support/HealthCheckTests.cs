using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Support;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Support;

/// <summary>A nurse's health check: signed on Thursday 5 March 2026, offered and wanted on Tuesday 10 March.</summary>
public sealed class HealthCheckTests
{
    private static readonly LocalDate Day = new(2026, 3, 12);

    [Fact]
    public void A_yes_asks_the_partner_for_it_and_a_no_settles_that()
    {
        var offered = Signed().When(new SupportCommand.OfferHealthCheck("Harbour"), People.Worker);
        Assert.Equal("Harbour", offered.Then<SupportEvent.HealthCheckOffered>().Provider);
        offered.OwesNo("health-check/done");

        var wanted = Wanted();
        var owed = wanted.Owed("health-check/done");
        Assert.Equal((Case.Time("2026-04-09 17:00"), Addressee.Provider, default(CommandSubject), true), (owed.Deadline.Due, owed.Owner, owed.About(), owed.AfterEnd));

        wanted.When(new SupportCommand.AnswerHealthCheck(false), People.Provider).OwesNo("health-check/done");
        var again = wanted.Given(new SupportCommand.AnswerHealthCheck(false) { By = People.Provider }).When(new SupportCommand.OfferHealthCheck("Shoreline"), People.Worker);
        Assert.Null(again.State.Support.HealthCheck!.Accepted);
    }

    [Fact]
    public void Each_onward_referral_is_asked_about_until_it_is_known_what_came_of_it()
    {
        var referred = Done().When(new SupportCommand.ReferOnward(OnwardKind.HepatitisB, Day), People.Provider);
        var owed = referred.Owed("health-check/onward/1");
        Assert.Equal((Case.Time("2026-04-13 17:00"), Addressee.Provider, new CommandSubject(Item: "1")), (owed.Deadline.Due, owed.Owner, owed.About()));

        var begun = Referred().Given(new SupportCommand.RecordOnwardOutcome(1, OnwardOutcome.TakenUp) { By = People.Provider });
        begun.OwesNo("health-check/onward/1");
        begun.When(new SupportCommand.RecordOnwardOutcome(1, OnwardOutcome.TakenUp), People.Provider).ThenNothing();
        Assert.Equal(OnwardOutcome.Finished, begun.When(new SupportCommand.RecordOnwardOutcome(1, OnwardOutcome.Finished), People.Provider).State.Support.HealthCheck!.Onward[0].Outcome);
    }

    [Fact]
    public void It_goes_on_after_the_agreement_has_ended_and_holds_up_no_completion()
    {
        var ended = Referred().Given(new TermCommand.Discontinue(DiscontinuationCause.Moved) { By = People.Lead, Reason = "She moved to Leeds." });
        Assert.True(ended.State.IsTerminal);
        ended.Owed("health-check/onward/1");
        ended.When(new SupportCommand.RecordOnwardOutcome(1, OnwardOutcome.NotAvailable), People.Provider).OwesNo("health-check/onward/1");
        ended.When(new SupportCommand.OfferHealthCheck("Harbour"), People.Worker).Refused(RefusalCode.AgreementEnded);
        Assert.DoesNotContain("health-check/onward/1", Ending.Unsettled(Referred().State));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        Wanted().When(new SupportCommand.AnswerHealthCheck(true), People.Provider).ThenNothing();
        Signed().Given(new SupportCommand.OfferHealthCheck("Harbour")).When(new SupportCommand.OfferHealthCheck("Harbour"), People.Worker).ThenNothing();
        Done().When(new SupportCommand.RecordHealthCheck(Day), People.Worker).ThenNothing();
        Referred().When(new SupportCommand.ReferOnward(OnwardKind.Doctor, Day), People.Provider).ThenNothing();
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        Brought.ToEligible(victim: false).When(new SupportCommand.OfferHealthCheck("Harbour"), People.Worker).Refused(RefusalCode.SupportNotReady);
        Signed().When(new SupportCommand.AnswerHealthCheck(true), People.Worker).Refused(RefusalCode.SupportNotReady);
        Wanted().When(new SupportCommand.OfferHealthCheck("Shoreline"), People.Worker).Refused(RefusalCode.SupportNotReady);
        Signed().Given(new SupportCommand.OfferHealthCheck("Harbour")).When(new SupportCommand.RecordHealthCheck(Day), People.Provider).Refused(RefusalCode.SupportNotReady);
        Wanted().When(new SupportCommand.RecordHealthCheck(Day.PlusDays(1)), People.Provider).Refused(RefusalCode.DateInFuture);
        Wanted().When(new SupportCommand.RecordHealthCheck(Day.PlusDays(-3)), People.Provider).Refused(RefusalCode.DateTooOld);
        Wanted().When(new SupportCommand.ReferOnward(OnwardKind.Doctor, Day), People.Provider).Refused(RefusalCode.SupportNotReady);
        Done().When(new SupportCommand.AnswerHealthCheck(false), People.Provider).Refused(RefusalCode.SupportNotReady);
        Done().When(new SupportCommand.ReferOnward((OnwardKind)99, Day), People.Provider).Refused(RefusalCode.ValueOutOfRange);
        Done().When(new SupportCommand.ReferOnward(OnwardKind.Doctor, Day.PlusDays(-1)), People.Provider).Refused(RefusalCode.DateTooOld);
        Referred().When(new SupportCommand.RecordOnwardOutcome(2, OnwardOutcome.TakenUp), People.Provider).Refused(RefusalCode.SupportUnknown);
        Referred().When(new SupportCommand.RecordOnwardOutcome(1, (OnwardOutcome)9), People.Provider).Refused(RefusalCode.ValueOutOfRange);
    }

    private static Case Signed() => Brought.ToActive().On("2026-03-10 12:00");

    private static Case Wanted() => Signed().Given(new SupportCommand.OfferHealthCheck("Harbour"), new SupportCommand.AnswerHealthCheck(true)).On("2026-03-12 12:00");

    private static Case Done() => Wanted().Given(new SupportCommand.RecordHealthCheck(Day) { By = People.Provider });

    private static Case Referred() => Done().Given(new SupportCommand.ReferOnward(OnwardKind.Doctor, Day) { By = People.Provider });
}
