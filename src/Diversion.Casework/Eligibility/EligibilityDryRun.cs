using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Eligibility;

/// <summary>A case to try the rules on. Facts that are left out are not known.</summary>
/// <param name="VictimViewsSought">Also true if there is no victim.</param>
/// <param name="DomesticAbuse">What the check found.</param>
/// <param name="Scheme">The programme's own when left out.</param>
/// <param name="FurtherOffences">Beside <paramref name="Offence"/>; left out without one.</param>
public sealed record EligibilityQuestion(
    Person? Person = null,
    Offence? Offence = null,
    EligibilityFacts? Facts = null,
    RiskBand? RiskBand = null,
    bool? VictimViewsSought = null,
    bool? DomesticAbuse = null,
    string? Scheme = null,
    ImmutableArray<Offence>? FurtherOffences = null);

/// <param name="Eligible">Every rule is met; left out while some are not known and none has failed.</param>
/// <param name="ChargeBy">Left out without an offence.</param>
public sealed record EligibilityResult(string Scheme, bool? Eligible, IReadOnlyList<RuleAnswer> Answers, ChargeByView? ChargeBy)
{
    /// <summary>The person was too young at an offence. Nobody overrides that: the case goes to the youth offending team.</summary>
    public bool TooYoung { get; init; }
}

/// <summary>Evaluates the eligibility rules without storing anything.</summary>
public sealed class EligibilityDryRun(Rulebook rulebook)
{
    public Reply<EligibilityResult> Of(Actor by, EligibilityQuestion question, Instant now)
    {
        if (!AccessPolicy.MayTryEligibility(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var today = WorkingCalendar.DateOf(now);
        var name = question.Scheme ?? rulebook.Programme.Scheme;
        if (rulebook.Schemes.InForce(name, today) is not { } scheme)
        {
            return new Refusal.Unknown(
                RefusalCode.RuleUnknown, $"There is no such scheme in force. Schemes: {string.Join(", ", rulebook.Schemes.Names)}.");
        }

        Offence[] further = question is { Offence: not null, FurtherOffences: { IsDefault: false } more } ? [.. more.Where(one => one is not null)] : [];
        LocalDate?[] days = [question.Person?.BornOn, question.Offence?.CommittedOn, question.Offence?.FirstStatementOn, .. further.Select(one => (LocalDate?)one.CommittedOn), .. further.Select(one => one.FirstStatementOn)];
        foreach (var day in days)
        {
            if (day < BirthDates.Earliest || day > today)
            {
                return day > today
                    ? new Refusal.Invalid(RefusalCode.DateInFuture, "A date is in the future. Check the dates.")
                    : new Refusal.Invalid(RefusalCode.DateTooOld, "A date is before 1900. Check the dates.");
            }
        }

        if (question.Person is { } person && BirthDates.Check(person, today) is { } unlikely)
        {
            return unlikely;
        }

        var offence = question.Offence;
        // An offence that is still being typed has no group yet: the rules about it are then not known.
        if (offence is not null && !string.IsNullOrWhiteSpace(offence.Group) && scheme.Vocabulary.Read(offence, out offence) is { } noGroup)
        {
            return noGroup;
        }

        for (var i = 0; i < further.Length; i++)
        {
            if (scheme.Vocabulary.Read(further[i], out further[i]) is { } noSuchGroup)
            {
                return noSuchGroup;
            }
        }

        if (scheme.Vocabulary.Read(question.Facts ?? EligibilityFacts.None, out var facts) is { } noOrder)
        {
            return noOrder;
        }

        if (BasisReading.Read(facts, scheme, today, null, out facts) is { } noRoute)
        {
            return noRoute;
        }

        var answers = EligibilityAssessment.Assess(
            new EligibilityCase(
                question.Person,
                offence,
                facts,
                question.RiskBand,
                question.VictimViewsSought,
                question.DomesticAbuse,
                AccessPolicy.MayOverrideRules(by)) { FurtherOffences = [.. further] },
            scheme,
            today);
        var chargeBy = offence is null ? null : AgreementQuery.Show(ChargeByClock.For([offence, .. further]), scheme);
        bool? eligible = answers.Any(answer => answer.Answer == Answer.NotMet) ? false
            : answers.All(answer => answer.Answer == Answer.Met) ? true
            : null;
        return new EligibilityResult(scheme.Reference.ToString(), eligible, answers, chargeBy)
        {
            TooYoung = answers.Zip(scheme.Eligibility).Any(pair => pair is { First.Answer: Answer.NotMet, Second.Test: EligibilityTest.AgeAtLeast }),
        };
    }
}
