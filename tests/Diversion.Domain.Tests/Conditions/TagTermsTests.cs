using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

/// <summary>What a tag may monitor.</summary>
public sealed class TagTermsTests
{
    [Theory]
    [InlineData(19, 0, 0, 19, 0, 0)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(19, 0, 0, 19, 0, 5)]
    [InlineData(19, 0, 0, 19, 1, 0)]
    [InlineData(19, 0, 0, 18, 59, 0)]
    [InlineData(19, 0, 30, 7, 0, 0)]
    [InlineData(19, 0, 0, 7, 0, 30)]
    public void A_curfew_of_no_hours_or_all_day_or_seconds_is_refused(int hour, int minute, int second, int untilHour, int untilMinute, int untilSecond) =>
        Offered(new ConditionTerms.TagMonitoring([], new Curfew(new LocalTime(hour, minute, second), new LocalTime(untilHour, untilMinute, untilSecond))))
            .Refused(RefusalCode.CurfewInvalid);

    [Theory]
    [InlineData(19, 7)]
    [InlineData(21, 23)]
    [InlineData(11, 7)]
    public void A_curfew_by_day_or_over_midnight_is_taken(int from, int until) =>
        Assert.Null(Offered(new ConditionTerms.TagMonitoring([], new Curfew(new LocalTime(from, 0), new LocalTime(until, 0)))).Refusal);

    [Fact]
    public void A_tag_that_watches_nothing_is_refused()
    {
        Offered(new ConditionTerms.TagMonitoring()).Refused(RefusalCode.TagWithoutTerms);
        Offered(new ConditionTerms.TagMonitoring([])).Refused(RefusalCode.TagWithoutTerms);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("...")]
    public void A_zone_without_a_name_is_refused(string name) => Offered(Zones((TagZoneKind.Exclusion, name))).Refused(RefusalCode.TextMissing);

    [Theory]
    [InlineData("The High Street")]
    [InlineData("the  high street.")]
    [InlineData(" THE HIGH-STREET ")]
    public void The_same_place_twice_is_refused_and_both_to_keep_from_and_to_stay_in(string same)
    {
        Offered(Zones((TagZoneKind.Exclusion, "The High Street"), (TagZoneKind.Exclusion, same))).Refused(RefusalCode.ZoneRepeated);
        Offered(Zones((TagZoneKind.Inclusion, "The High Street"), (TagZoneKind.Inclusion, same))).Refused(RefusalCode.ZoneRepeated);
        Offered(Zones((TagZoneKind.Exclusion, "The High Street"), (TagZoneKind.Inclusion, same))).Refused(RefusalCode.ZoneContradicts);
    }

    [Fact]
    public void The_same_holds_when_the_agreement_is_varied_or_a_condition_replaced()
    {
        var none = new ConditionTerms.TagMonitoring([], new Curfew(new LocalTime(19, 0), new LocalTime(19, 0)));
        var active = Brought.ToActive(Brought.Supervision());

        active.When(new TermCommand.VaryAgreement([none], ParticipantAgreed: true)).Refused(RefusalCode.CurfewInvalid);
        active.When(new TermCommand.SubstituteCondition("supervision", none, true)).Refused(RefusalCode.CurfewInvalid);
    }

    private static Case Offered(ConditionTerms terms) => Brought.ToEligible().On(Brought.Signing).When(Brought.Offer(terms));

    private static ConditionTerms.TagMonitoring Zones(params (TagZoneKind Kind, string Name)[] zones) =>
        new([.. zones.Select(zone => new TagZone(zone.Kind, zone.Name))]);
}
