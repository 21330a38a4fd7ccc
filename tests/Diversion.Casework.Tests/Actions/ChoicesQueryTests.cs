using Diversion.Casework.Actions;
using Diversion.Casework.Streams;
using Diversion.Casework.Services;
using Diversion.Casework.Boundaries;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Actions;

public sealed class ChoicesQueryTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();
    private ChoicesQuery Choices => new(casework.Records, new ServiceFinder(new ServiceDirectory(casework.Store), new BoundaryService(casework.Store, new StreamCache(1), casework), casework.Store));

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Limits_come_from_the_scheme_and_a_pathway_stands_for_each_need()
    {
        await Eligible(childProtection: false);
        var offered = Given(await Choices.ForOffer(Id.Value, Officer, casework.Now));

        Assert.Equal(new DraftLimits(6, 2, 18, 18, 36) { Courses = offered.Limits.Courses }, offered.Limits);
        Assert.Equal(["victim-awareness", "thinking-and-alcohol"], offered.Limits.Courses.Select(course => course.Id));
        Assert.Equal(Enum.GetValues<PathwayKind>(), offered.Conditions.Where(one => one.Kind == ConditionKind.Pathway).Select(one => one.Need!.Value));
        Assert.True(Assert.Single(offered.Conditions, one => one.Kind == ConditionKind.NoReoffending).Mandatory);
        Assert.Equal([ConditionKind.Donation], offered.Conditions.Where(one => one.Against is not null).Select(one => one.Kind));
        Assert.Equal((new LocalDate(2026, 7, 3), (string?)null, (string?)null), (offered.LastDay, offered.TooLate, offered.Against));
    }

    [Fact]
    public async Task Restorative_justice_is_not_possible_in_a_child_protection_case_and_the_reason_is_shown()
    {
        await Eligible(childProtection: true);
        var offered = Given(await Choices.ForOffer(Id.Value, Officer, casework.Now));

        var against = offered.Conditions.Where(one => one.Against is not null).ToArray();
        Assert.Equal([ConditionKind.RestorativeJustice, ConditionKind.Apology], against.Where(one => one.Kind != ConditionKind.Donation).Select(one => one.Kind));
        Assert.All(against.Where(one => one.Kind != ConditionKind.Donation), one => Assert.Contains("child-protection", one.Against, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_gets_the_refusal_of_the_offer_and_nothing_is_stored()
    {
        var state = await Eligible(childProtection: false);
        var dryRun = new CommandDryRun(casework.Records, new DuplicateSearch(casework.Store), new ServiceNames(casework.Store));

        var tooMany = await dryRun.Of(Id, Offer(new ConditionTerms.Reparation(40)));
        Assert.Equal(RefusalCode.HoursOutOfRange, tooMany?.Code);
        Assert.Null(await dryRun.Of(Id, Offer(new ConditionTerms.Reparation(20))));
        Assert.Equal(CaseworkRefusal.NotYourCase, (await dryRun.Of(Id, Offer() with { By = new Actor("o9", "Ona", Role.PoliceOfficer, "south") }))?.Code);
        Assert.Equal(state.Version, (await casework.Service.Find(Id))!.Version);
    }

    [Fact]
    public async Task An_old_summary_offence_is_too_late_to_sign_today()
    {
        await Eligible(childProtection: false, new Offence("Drunk", "theft", new LocalDate(2025, 12, 20), OffenceClass.SummaryOnly, District: "County Durham"));
        var offered = Given(await Choices.ForOffer(Id.Value, Officer, casework.Now));

        Assert.Equal(new LocalDate(2026, 6, 20), offered.ChargeBy.Date);
        Assert.Equal(new LocalDate(2026, 2, 6), offered.ChargeBy.LatestSigning);
        Assert.Contains("6 June 2026", offered.TooLate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variation_has_no_place_for_a_second_of_a_kind_until_the_first_has_gone()
    {
        await casework.Signed();
        var before = Given(await Choices.ForVariation(Id.Value, Lead, casework.Now, []));
        Assert.NotNull(Assert.Single(before.Conditions, one => one.Kind == ConditionKind.Supervision).Against);
        Assert.NotNull(Assert.Single(before.LetGo, one => one.Id == "no-reoffending").Against);
        Assert.Null(Assert.Single(before.LetGo, one => one.Id == "supervision").Against);

        var after = Given(await Choices.ForVariation(Id.Value, Lead, casework.Now, ["supervision"]));
        Assert.Null(Assert.Single(after.Conditions, one => one.Kind == ConditionKind.Supervision).Against);
    }

    [Fact]
    public async Task An_extension_has_the_days_that_are_left()
    {
        await casework.Signed();
        Assert.Equal((28, new LocalDate(2026, 7, 31)), Left(Given(await Choices.ForExtension(Id.Value, Lead, casework.Now))));

        await casework.Done(Lead, new TermCommand.ExtendTerm(new LocalDate(2026, 7, 13), true));
        Assert.Equal((18, new LocalDate(2026, 7, 31)), Left(Given(await Choices.ForExtension(Id.Value, Lead, casework.Now))));

        await casework.Done(Lead, new TermCommand.ExtendTerm(new LocalDate(2026, 7, 31), true));
        var none = Given(await Choices.ForExtension(Id.Value, Lead, casework.Now));
        Assert.Equal((0, (LocalDate?)null), Left(none));
        Assert.Contains("at most 28", none.Against, StringComparison.Ordinal);

        static (int, LocalDate?) Left(ExtensionChoices left) => (left.DaysLeft, left.LatestDay);
    }

    [Fact]
    public async Task Who_may_not_give_the_command_has_no_choices()
    {
        await casework.Signed();
        Assert.IsType<Reply<VariationChoices>.Refused>(await Choices.ForVariation(Id.Value, Worker, casework.Now, []));
        Assert.IsType<Reply<OfferChoices>.Refused>(await Choices.ForOffer(Id.Value, Lead, casework.Now));
    }

    private OfferCommand.MakeOffer Offer(params ConditionTerms[] terms) =>
        new([new ConditionTerms.NoReoffending(), .. terms]) { By = Officer, At = casework.Now };

    private async Task<AgreementState> Eligible(bool childProtection, Offence? offence = null)
    {
        var refer = Referral();
        await casework.Done(Officer, refer with { Offence = offence ?? refer.Offence });
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, childProtection));
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false));
        await casework.Done(Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], false, AdmissionAnswer.Full, true, 0)));
        await casework.Done(Officer, new ReferralCommand.RecordRisk("tool", 41.5m, RiskBand.Medium, RiskBand.Medium));
        await casework.Done(Officer, new VictimCommand.RecordVictim(true));
        await casework.Done(Officer, new VictimCommand.RecordVictimViews(null));
        return await casework.Done(Sergeant, new ReferralCommand.ApproveEligibility());
    }

    private static T Given<T>(Reply<T> reply) => Assert.IsType<Reply<T>.Given>(reply).Value;
}
