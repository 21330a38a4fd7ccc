using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Eligibility;

/// <summary>Everything that a rule may look at. Null is not known.</summary>
/// <param name="VictimViewsSettled">Views sought, or there is no victim.</param>
/// <param name="DomesticAbuse">What the domestic-abuse check found.</param>
/// <param name="BySergeant">A sergeant is approving with this assessment.</param>
public sealed record EligibilityCase(
    Person? Person,
    Offence? Offence,
    EligibilityFacts Facts,
    RiskBand? Risk,
    bool? VictimViewsSettled,
    bool? DomesticAbuse,
    bool BySergeant);

public static class EligibilityAssessment
{
    public static ImmutableArray<RuleAnswer> Assess(EligibilityCase subject, SchemeRules scheme, LocalDate today)
    {
        var answers = ImmutableArray.CreateBuilder<RuleAnswer>(scheme.Eligibility.Length);
        foreach (var rule in scheme.Eligibility)
        {
            var (met, facts) = Ask(rule, subject, today);
            var answer = met switch { true => Answer.Met, false => Answer.NotMet, null => Answer.NotKnown };
            answers.Add(new RuleAnswer(rule.Id, answer, rule.Message, facts));
        }

        return answers.MoveToImmutable();
    }

    private static (bool? Met, string Facts) Ask(EligibilityRule rule, EligibilityCase subject, LocalDate today) => rule.Test switch
    {
        EligibilityTest.AgeAtLeast => Age(subject, rule.Number!.Value),
        EligibilityTest.HomeDistrictIn => In(rule, subject.Person?.District, "home district"),
        EligibilityTest.OffenceDistrictIn => In(rule, subject.Offence?.District, "offence district"),
        EligibilityTest.OffenceWithinMonths => OffenceAge(subject, rule.Number!.Value, today),
        EligibilityTest.RiskBandIn => In(rule, subject.Risk is { } band ? Words.Of(band) : null, "risk band"),
        EligibilityTest.OffenceGroupNotIn => subject.Offence is { } offence
            ? (!Contains(rule, offence.Group), $"offence group {offence.Group.Replace('-', ' ')}")
            : (null, "no offence recorded"),
        EligibilityTest.NoCurrentOrder => Orders(rule, subject.Facts),
        EligibilityTest.NoCoAccusedPending => subject.Facts.CoAccusedPending is { } pending
            ? (!pending, pending ? "a co-accused case is pending" : "no co-accused case is pending")
            : (null, "not asked: co-accused"),
        EligibilityTest.Admission => Said(subject.Facts.Admission, "admission"),
        EligibilityTest.AdmissionOrEvidence => AdmissionOrEvidence(subject.Facts),
        EligibilityTest.VictimViewsSought => Said(subject.VictimViewsSettled, "victim's views sought"),
        EligibilityTest.PreviousConvictionsAtMost => subject.Facts.PreviousConvictions is { } count
            ? (count <= rule.Number!.Value, $"{count} previous convictions")
            : (null, "not asked: previous convictions"),
        EligibilityTest.DomesticAbusePolicy => DomesticAbuse(rule, subject),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Test, "No such test."),
    };

    private static (bool?, string) Age(EligibilityCase subject, int least)
    {
        if (subject.Person is not { } person || subject.Offence is not { } offence)
        {
            return (null, "date of birth or of the offence is missing");
        }

        var age = Period.Between(person.BornOn, offence.CommittedOn, PeriodUnits.Years).Years;
        return (age >= least, $"{age} years old on the day of the offence");
    }

    private static (bool?, string) OffenceAge(EligibilityCase subject, int months, LocalDate today)
    {
        if (subject.Offence is not { } offence)
        {
            return (null, "no offence recorded");
        }

        var days = Period.Between(offence.CommittedOn, today, PeriodUnits.Days).Days;
        return (today < offence.CommittedOn.PlusMonths(months), $"{days} days since the offence");
    }

    private static (bool?, string) In(EligibilityRule rule, string? value, string what) =>
        value is null ? (null, $"not recorded: {what}") : (Contains(rule, value), $"{what} {value}");

    private static (bool?, string) Orders(EligibilityRule rule, EligibilityFacts facts)
    {
        if (facts.CurrentOrders is not { } orders)
        {
            return (null, "not asked: current orders");
        }

        var barring = orders.Where(order => Contains(rule, order)).ToArray();
        return (barring.Length == 0, barring.Length == 0 ? "none of the listed orders" : string.Join(", ", barring).Replace('-', ' '));
    }

    private static (bool?, string) AdmissionOrEvidence(EligibilityFacts facts) => (facts.Admission, facts.SufficientEvidence) switch
    {
        (true, _) => (true, "admission"),
        (_, true) => (true, "sufficient evidence"),
        (false, false) => (false, "neither admission nor sufficient evidence"),
        _ => (null, "not asked: admission or evidence"),
    };

    private static (bool?, string) DomesticAbuse(EligibilityRule rule, EligibilityCase subject) => subject.DomesticAbuse switch
    {
        null => (null, "domestic-abuse check is not back"),
        false => (true, "domestic-abuse check: no concern"),
        true when Contains(rule, "excluded") => (false, "domestic-abuse check: concern"),
        true when subject.BySergeant => (true, "domestic-abuse check: concern, seen by the approving sergeant"),
        true => (null, "domestic-abuse check: concern; a sergeant must approve"),
    };

    private static (bool?, string) Said(bool? said, string what) =>
        said is { } answer ? (answer, $"{what}: {(answer ? "yes" : "no")}") : (null, $"not asked: {what}");

    private static bool Contains(EligibilityRule rule, string value)
    {
        foreach (var listed in rule.Values)
        {
            if (string.Equals(listed, value, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
