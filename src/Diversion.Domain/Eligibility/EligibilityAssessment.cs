using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Eligibility;

/// <summary>All facts that a rule may use. Null means not known.</summary>
/// <param name="VictimViewsSettled">Views sought, or there is no victim.</param>
/// <param name="DomesticAbuse">What the domestic-abuse check found.</param>
/// <param name="BySergeant">The assessment is part of a sergeant's approval.</param>
public sealed record EligibilityCase(
    Person? Person,
    Offence? Offence,
    EligibilityFacts Facts,
    RiskBand? Risk,
    bool? VictimViewsSettled,
    bool? DomesticAbuse,
    bool BySergeant)
{
    public ImmutableArray<Offence> FurtherOffences { get; init; } = [];

    /// <summary>What is recorded of an agreement now.</summary>
    public static EligibilityCase Of(Agreements.AgreementState state, bool bySergeant) => new(
        state.Referral.Person,
        state.Referral.Offence,
        state.Referral.Facts,
        state.Referral.Risk.BandInForce,
        state.Victims.ViewsSettled,
        state.Referral.DomesticAbuseConcern,
        bySergeant) { FurtherOffences = [.. state.Referral.FurtherOffences.Select(one => one.Offence)] };

    /// <summary>None when no offence is recorded.</summary>
    public IEnumerable<Offence> Offences => Offence is { } first ? FurtherOffences.Prepend(first) : [];
}

public static class EligibilityAssessment
{
    public static ImmutableArray<RuleAnswer> Assess(EligibilityCase subject, SchemeRules scheme, LocalDate today)
    {
        var answers = ImmutableArray.CreateBuilder<RuleAnswer>(scheme.Eligibility.Length);
        foreach (var rule in scheme.Eligibility)
        {
            var (met, facts) = rule.Test == EligibilityTest.RouteDemands
                ? RouteDemands.Ask(scheme, subject.Facts, subject.Offences, today)
                : Ask(rule, subject, scheme.Vocabulary, today);
            var answer = met switch { true => Answer.Met, false => Answer.NotMet, null => Answer.NotKnown };
            answers.Add(new RuleAnswer(rule.Id, answer, rule.Message, facts));
        }

        return answers.MoveToImmutable();
    }

    /// <summary>A hard stop: nobody may override the rule, so the case is not this programme's.</summary>
    /// <returns>Null for an adult.</returns>
    public static Refusal? TooYoung(SchemeRules scheme, Person person, Offence offence) =>
        scheme.Eligibility.FirstOrDefault(rule => rule.Test == EligibilityTest.AgeAtLeast && Age(person, offence, rule.Number!.Value).Item1 == false) is { Number: var least }
            ? new Refusal.RuleForbids(
                RefusalCode.PersonTooYoung,
                $"The person was under {least} on the day of the offence. This programme is for adults, and nobody can make an exception. Send the case to the youth offending team, who decide about a diversion for children. If a date is wrong, correct it.")
            : null;

    private static (bool? Met, string Facts) Ask(EligibilityRule rule, EligibilityCase subject, Vocabulary words, LocalDate today) => rule.Test switch
    {
        EligibilityTest.AgeAtLeast => subject is { Person: { } person, Offence: not null }
            ? OfEach(subject, offence => Age(person, offence, rule.Number!.Value))
            : (null, "date of birth or of the offence is missing"),
        EligibilityTest.HomeDistrictIn => In(rule, subject.Person?.District, "home district"),
        EligibilityTest.OffenceDistrictIn => OfEach(subject, offence => In(rule, offence.District, "offence district")),
        EligibilityTest.OffenceWithinMonths => OfEach(subject, offence => OffenceAge(offence, rule.Number!.Value, today)),
        EligibilityTest.RiskBandIn => In(rule, subject.Risk is { } band ? Words.Of(band) : null, "risk band"),
        EligibilityTest.OffenceGroupNotIn => OfEach(subject, offence => Group(rule, offence, words)),
        EligibilityTest.NoCurrentOrder => Orders(rule, subject.Facts, words),
        EligibilityTest.NoCoAccusedPending => subject.Facts.CoAccusedPending is { } pending
            ? (!pending, pending ? "a co-accused case is pending" : "no co-accused case is pending")
            : (null, "not asked: co-accused"),
        EligibilityTest.Admission => subject.Facts.Admission is { } said
            ? (said == AdmissionAnswer.Full, $"admission: {RouteDemands.InWords(said)}")
            : (null, "not asked: admission"),
        EligibilityTest.AdmissionOrEvidence => AdmissionOrEvidence(subject.Facts),
        EligibilityTest.VictimViewsSought => Said(subject.VictimViewsSettled, "victim's views sought, or no victim"),
        EligibilityTest.PreviousConvictionsAtMost => subject.Facts.PreviousConvictions is { } count
            ? (count <= rule.Number!.Value, $"{count} previous convictions")
            : (null, "not asked: previous convictions"),
        EligibilityTest.DomesticAbusePolicy => DomesticAbuse(rule, subject),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Test, "No such test."),
    };

    /// <summary>A rule about the offence is met when each of them meets it; what one of them lacks decides.</summary>
    private static (bool?, string) OfEach(EligibilityCase subject, Func<Offence, (bool? Met, string Facts)> ask)
    {
        var answers = subject.Offences.Select(ask).ToArray();
        bool? met = answers.Any(one => one.Met == false) ? false : answers.Length == 0 || answers.Any(one => one.Met is null) ? null : true;
        var deciding = answers.Where(one => one.Met == met).Select(one => one.Facts).Distinct();
        return (met, answers.Length == 0 ? "no offence recorded" : string.Join("; ", deciding));
    }

    private static (bool?, string) Age(Person person, Offence offence, int least)
    {
        var age = Anniversary.YearsBetween(person.BornOn, offence.CommittedOn);
        return age > BirthDates.OldestUnasked && !person.BirthDateConfirmed
            ? (null, $"{age} years old on the day of the offence: the date of birth is to be confirmed")
            : (age >= least, $"{age} years old on the day of the offence");
    }

    private static (bool?, string) OffenceAge(Offence offence, int months, LocalDate today)
    {
        var days = Period.Between(offence.CommittedOn, today, PeriodUnits.Days).Days;
        return (today < offence.CommittedOn.PlusMonths(months), $"{days} days since the offence");
    }

    private static (bool?, string) In(EligibilityRule rule, string? value, string what) =>
        value is null ? (null, $"not recorded: {what}") : (Contains(rule, value), $"{what} {value}");

    /// <summary>A word that is not in the vocabulary makes the rule not known: it may be an excluded group by another name.</summary>
    private static (bool?, string) Group(EligibilityRule rule, Offence offence, Vocabulary words) =>
        words.OffenceGroups.CodeOf(offence.Group) is { } code ? (!Contains(rule, code), $"offence group {code.Replace('-', ' ')}")
        : (null, $"offence group {offence.Group}, which is not one of the programme's words");

    private static (bool?, string) Orders(EligibilityRule rule, EligibilityFacts facts, Vocabulary words)
    {
        if (facts.CurrentOrders is not { } orders)
        {
            return (null, "not asked: current orders");
        }

        var codes = orders.Select(order => (Order: order, Code: words.CurrentOrders.CodeOf(order))).ToArray();
        var barring = codes.Where(one => one.Code is not null && Contains(rule, one.Code)).Select(one => one.Code!.Replace('-', ' ')).Distinct().ToArray();
        if (barring.Length > 0)
        {
            return (false, string.Join(", ", barring));
        }

        return codes.FirstOrDefault(one => one.Code is null) is { Order: { } unknown }
            ? (null, $"{unknown}, which is not one of the programme's words")
            : (true, "none of the listed orders");
    }

    private static (bool?, string) AdmissionOrEvidence(EligibilityFacts facts) => (facts.Admission, facts.SufficientEvidence) switch
    {
        (AdmissionAnswer.Full, _) => (true, "admission"),
        (_, true) => (true, "sufficient evidence"),
        (not null, false) => (false, "neither admission nor sufficient evidence"),
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
            if (WordFold.Of(listed) == WordFold.Of(value))
            {
                return true;
            }
        }

        return false;
    }
}
