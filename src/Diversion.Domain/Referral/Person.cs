namespace Diversion.Domain.Referral;

/// <param name="Ethnicity">As the person defines it: a code of <see cref="Ethnicities"/>. Cases of earlier versions may hold other texts.</param>
/// <param name="ContactConsent">May be written to by email.</param>
/// <param name="PncId">Of the Police National Computer, as <see cref="Referral.PncId"/> writes it.</param>
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
    bool ContactConsent = false,
    string? PncId = null,
    ContactWay? PreferredContact = null)
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
