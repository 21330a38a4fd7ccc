using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Referral;

/// <summary>Which dates of birth are accepted, which have to be confirmed, and which are refused.</summary>
public static class BirthDates
{
    /// <summary>A greater age has to be confirmed: dates like 1 January 1900 often mean "not known".</summary>
    public const int OldestUnasked = 110;

    public static readonly LocalDate Earliest = new(1900, 1, 1);

    public static bool IsUnlikely(LocalDate bornOn, LocalDate today) => Anniversary.YearsBetween(bornOn, today) > OldestUnasked;

    /// <summary>Null when the date is plausible, or somebody has confirmed it.</summary>
    public static Refusal? Check(Person person, LocalDate today) => person.BirthDateConfirmed || !IsUnlikely(person.BornOn, today)
        ? null
        : new Refusal.Invalid(
            RefusalCode.BirthDateUnlikely,
            $"With this date of birth the person is older than {OldestUnasked}. It may mean \"not known\". Correct it. If it is right, confirm it with birthDateConfirmed.");
}
