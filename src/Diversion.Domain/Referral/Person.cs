namespace Diversion.Domain.Referral;

/// <param name="ContactConsent">May be reminded by e-mail.</param>
public sealed record Person(
    string Name,
    LocalDate BornOn,
    Sex Sex = Sex.NotKnown,
    string? Ethnicity = null,
    string? Address = null,
    string? Ward = null,
    string? District = null,
    string? Email = null,
    string? Phone = null,
    bool ContactConsent = false)
{
    /// <summary>Somebody has checked a date of birth that makes the person older than <see cref="BirthDates.OldestUnasked"/>.</summary>
    public bool BirthDateConfirmed { get; init; }
}

public enum Sex
{
    NotKnown,
    Female,
    Male,
    Other,
}
