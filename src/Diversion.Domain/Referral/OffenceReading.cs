using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Time;

namespace Diversion.Domain.Referral;

/// <summary>Checks an offence as it was given, and puts its codes into the stored form.</summary>
internal static class OffenceReading
{
    /// <summary>A loss beyond this is a mistyped one; a case like that is not for a diversion scheme.</summary>
    private const decimal HighestValue = 10_000_000;

    public static Refusal? Read(DecisionContext context, Person person, Offence offence, out Offence read)
    {
        if (context.Scheme.Vocabulary.Read(offence, out read) is { } unread)
        {
            return unread;
        }

        if (offence.Classification is { } code)
        {
            var stored = OffenceClassification.Read(code);
            if (!stored.IsRead)
            {
                return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"Give the classification as {OffenceClassification.Form}.");
            }

            read = read with { Classification = stored.Value };
        }

        if (offence.Value is < 0 or > HighestValue)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The value of loss or damage is an amount in pounds, from 0 to 10,000,000.");
        }

        return Dates(context.Today, person, offence);
    }

    private static Refusal? Dates(LocalDate today, Person person, Offence offence)
    {
        if (offence.CommittedOn > today || offence.CommittedUntil > today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, "The offence is dated in the future. Check the date.");
        }

        if (offence.CommittedUntil < offence.CommittedOn)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The last day of the offence is before its first day. Check both dates.");
        }

        if (offence.FirstStatementOn is { } statement && (statement > today || statement < offence.CommittedOn))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The first statement lies between the offence and today. Check the date.");
        }

        return Birth(person, offence);
    }

    /// <summary>Whether the person can have committed the offence at all.</summary>
    public static Refusal? Birth(Person person, Offence offence)
    {
        if (person.BornOn >= offence.CommittedOn || person.BornOn < BirthDates.Earliest)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The date of birth lies between 1900 and the offence. Check the date.");
        }

        return offence.CommittedOn < Anniversary.Of(person.BornOn, 10) || offence.CommittedOn < BirthDates.Earliest.PlusYears(50)
            ? new Refusal.Invalid(RefusalCode.DateTooOld, "The offence is dated too early for this person. Check both dates.")
            : null;
    }
}
