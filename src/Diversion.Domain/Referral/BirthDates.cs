using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Referral;

/// <summary>Which dates of birth are taken, which are asked again, and which are refused.</summary>
public static class BirthDates
{
    /// <summary>Somebody older is asked about again: 1 January 1900 and its like often stand for "not known".</summary>
    public const int OldestUnasked = 110;

    public static readonly LocalDate Earliest = new(1900, 1, 1);

    public static bool IsUnlikely(LocalDate bornOn, LocalDate today) => Anniversary.YearsBetween(bornOn, today) > OldestUnasked;

    /// <summary>Null when the date is likely, or somebody has confirmed it.</summary>
    public static Refusal? Check(Person person, LocalDate today) => person.BirthDateConfirmed || !IsUnlikely(person.BornOn, today)
        ? null
        : new Refusal.Invalid(
            RefusalCode.BirthDateUnlikely,
            $"With this date of birth the person is older than {OldestUnasked}. It may mean \"not known\". Correct it. If it is right, confirm it with birthDateConfirmed.");
}
