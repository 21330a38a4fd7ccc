using Diversion.Domain.Reading;

namespace Diversion.Domain.Referral;

/// <param name="Ethnicity">As the person defines it: a code of <see cref="Ethnicities"/>. Cases from earlier versions may
/// have other texts.</param>
/// <param name="ContactConsent">May be written to by email.</param>
/// <param name="PncId">Id on the Police National Computer, in the form of <see cref="Referral.PncId"/>.</param>
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
    /// <summary>Number of the Criminal Records Office, in the form of <see cref="Reading.CroNumber"/>.</summary>
    public string? CroNumber { get; init; }

    /// <summary>Case reference number of the probation service (CRN), in the form of <see cref="Reading.ProbationNumber"/>.</summary>
    public string? ProbationNumber { get; init; }

    /// <summary>Other names that the person goes by or went by, one a line.</summary>
    public string? Aliases { get; init; }

    /// <summary>As an officer sees it: a code of <see cref="Ethnicities"/>. Never a replacement for what the person says.</summary>
    public string? PerceivedEthnicity { get; init; }

    /// <summary>The person has no fixed address: an answer, not a gap. Null, never false, when there is one or none is known.</summary>
    public bool? NoFixedAddress { get; init; }

    /// <summary>Somebody has confirmed a date of birth that makes the person older than <see cref="BirthDates.OldestUnasked"/>.</summary>
    public bool BirthDateConfirmed { get; init; }

    /// <summary>May be sent text messages; apart from <see cref="ContactConsent"/>, which is about email.</summary>
    public bool TextConsent { get; init; }

    /// <summary>They agreed to texts, and there is a number that can be texted.</summary>
    public bool CanBeTexted() => TextConsent && MobileNumber.Read(Phone) is not null;

    /// <summary>They agreed to emails, and there is an address that can be written to.</summary>
    public bool CanBeEmailed() => ContactConsent && EmailAddress.CanBeWrittenTo(Email);
}

public enum Sex
{
    NotKnown,
    Female,
    Male,
    Other,
}
