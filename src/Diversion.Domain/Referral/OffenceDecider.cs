using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;

namespace Diversion.Domain.Referral;

/// <summary>The offences of a case beside its first one. The charge-by date is the earliest of all.</summary>
internal static class OffenceDecider
{
    /// <summary>More would not be a case for diversion, and would not fit on the agreement.</summary>
    private const int Most = 20;

    public static Refusal? Add(DecisionContext context, Offence offence)
    {
        if (Readable(context, 0, offence, out var read) is { } refused)
        {
            return refused;
        }

        Raise(context, read);
        return null;
    }

    public static Refusal? Correct(DecisionContext context, int number, Offence offence)
    {
        if (context.State.Referral.OffenceOrNull(number) is not { } known)
        {
            return Unknown();
        }

        if (number == 1)
        {
            return new Refusal.RuleForbids(RefusalCode.OffenceMandatory, "The first offence is corrected with the referral: send amend-referral.");
        }

        if (Readable(context, number, offence, out var read) is { } refused)
        {
            return refused;
        }

        if (read != known)
        {
            var others = context.State.Referral.Offences.Where(other => other.Number != number).Select(other => other.Offence);
            context.Raise(new ReferralEvent.OffenceCorrected(number, read, ChargeByClock.For([.. others, read])));
        }

        return null;
    }

    public static Refusal? Remove(DecisionContext context, int number)
    {
        if (context.State.Referral.OffenceOrNull(number) is null)
        {
            return Unknown();
        }

        if (number == 1)
        {
            return new Refusal.RuleForbids(
                RefusalCode.OffenceMandatory, "A case has at least its first offence. Correct it, or find the person not eligible.");
        }

        var others = context.State.Referral.Offences.Where(other => other.Number != number).Select(other => other.Offence);
        context.Raise(new ReferralEvent.OffenceRemoved(number, ChargeByClock.For([.. others])));
        return null;
    }

    /// <summary>An offence from before the signing that becomes known later: a variation of the agreement.</summary>
    public static Refusal? TakeIn(DecisionContext context, TermCommand.TakeOffenceIn command)
    {
        var term = context.State.Term!;
        if (context.Now >= term.EndsAt)
        {
            return new Refusal.WrongState(RefusalCode.TermOver, $"The term ended on {Words.Date(term.LastDay)}; nothing can be added to it.");
        }

        if (PersonAgreed.Check(context, command.ParticipantAgreed, "A variation") is { } notAgreed)
        {
            return notAgreed;
        }

        if (Readable(context, 0, command.Offence, out var read) is { } refused)
        {
            return refused;
        }

        if ((read.CommittedUntil ?? read.CommittedOn) > term.SignedOn)
        {
            return new Refusal.RuleForbids(
                RefusalCode.OffenceAfterSigning,
                "The offence is from after the signing, so it is reoffending and cannot be taken in. Record the custody notice.");
        }

        if (TermRule.CheckChargeBy(ChargeByClock.For([.. context.State.Referral.Offences.Select(one => one.Offence), read]), term.LastDay, context.Scheme, "The agreement with this offence") is { } tooClose)
        {
            return tooClose;
        }

        if (Excluded(context, read) is { } excluded)
        {
            return excluded;
        }

        if (Unauthorised(context, read) is { } unauthorised)
        {
            return unauthorised;
        }

        Raise(context, read);
        Variation.Renew(context, [], []);
        return null;
    }

    private static void Raise(DecisionContext context, Offence read)
    {
        var referral = context.State.Referral;
        context.Raise(new ReferralEvent.OffenceAdded(
            referral.LastOffence + 1, read, ChargeByClock.For([.. referral.Offences.Select(one => one.Offence), read])));
    }

    /// <param name="number">The offence that it replaces; 0 for a new one.</param>
    private static Refusal? Readable(DecisionContext context, int number, Offence? offence, out Offence read)
    {
        read = offence!;
        if (offence is null)
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, "Say which offence: description, group, date and class.");
        }

        var referral = context.State.Referral;
        if (OffenceReading.Read(context, referral.Person, offence, out read) is { } unread)
        {
            return unread;
        }

        var others = referral.Offences.Where(other => other.Number != number).ToArray();
        if (others.Length >= Most)
        {
            return new Refusal.RuleForbids(RefusalCode.TooManyOffences, $"A case has at most {Most} offences.");
        }

        var (mine, said) = (read, WordFold.Of(read.Description));
        return others.FirstOrDefault(other =>
            Same(other.Offence.CrimeNumber, mine.CrimeNumber)
            || (other.Offence.CommittedOn == mine.CommittedOn && other.Offence.Group == mine.Group && WordFold.Of(other.Offence.Description) == said
                && (other.Offence.CrimeNumber is null || mine.CrimeNumber is null))) is { } twice
            ? new Refusal.RuleForbids(RefusalCode.OffenceRepeated, $"This is offence {twice.Number} of the case already. If it is another one, give its own crime number and say what happened.")
            : null;
    }

    private static bool Same(string? one, string? other) =>
        one is not null && other is not null && WordFold.Of(one) == WordFold.Of(other);

    /// <summary>What can never be overridden holds for an offence that is taken in later, too.</summary>
    private static Refusal? Excluded(DecisionContext context, Offence offence)
    {
        var alone = new EligibilityCase(context.State.Referral.Person, offence, EligibilityFacts.None, null, null, null, BySergeant: true);
        foreach (var (answer, rule) in EligibilityAssessment.Assess(alone, context.Scheme, context.Today).Zip(context.Scheme.Eligibility))
        {
            if (EligibilityRule.NeverOverridden(rule.Test) && answer.Answer != Answer.Met)
            {
                return new Refusal.RuleForbids(
                    RefusalCode.EligibilityNotMet, $"The offence cannot be taken in: {rule.Message} ({answer.FactsUsed}). It is for the officer to charge or to deal with apart.");
            }
        }

        return null;
    }

    private static Refusal? Unauthorised(DecisionContext context, Offence offence)
    {
        var facts = context.State.Referral.Facts;
        return facts.ProsecutorAuthority is null && context.Scheme.RouteOf(facts.Route)?.ProsecutorAuthority.Contains(offence.Class) == true
            ? new Refusal.RuleForbids(
                RefusalCode.EligibilityNotMet,
                $"An offence that is {Words.Of(offence.Class)} needs the Crown Prosecution Service’s authority, and the case has none. It is for the officer to charge or to deal with apart.")
            : null;
    }

    private static Refusal.Unknown Unknown() => new(RefusalCode.OffenceUnknown, "The case has no offence of that number. See the offences on the case.");
}
