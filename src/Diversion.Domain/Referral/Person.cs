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
    bool ContactConsent = false);

public enum Sex
{
    NotKnown,
    Female,
    Male,
    Other,
}
