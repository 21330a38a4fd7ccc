using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Pages.Enrol;

/// <summary>An answer of a draft, shown for checking.</summary>
/// <param name="Change">The field to change it in.</param>
public sealed record DraftAnswer(string Question, string Answer, string Change);

/// <summary>Every answer of a draft, even while some are missing.</summary>
internal static class DraftAnswers
{
    private const string Missing = "Not answered yet";
    private const string NotGiven = "Not given";

    public static IReadOnlyList<(string Title, IEnumerable<DraftAnswer> Answers)> Of(TypedReferral typed, string tasks, When when) =>
    [
        ("The person", OfPerson(typed.Person ?? new PersonForm(), $"{tasks}/person", when)),
        ("The offence", OfOffence(typed, typed.Offence ?? new OffenceForm(), $"{tasks}/offence", when)),
    ];

    /// <summary>What few have is shown only when it was answered.</summary>
    private static IEnumerable<DraftAnswer> OfPerson(PersonForm person, string page, When when) =>
    [
        Answer("Full name", person.Name, page, nameof(person.Name), Missing),
        Answer("Date of birth", Date(person.BornOn, when), page, nameof(person.BornOn), Missing),
        Answer("PNC id", person.PncId, page, nameof(person.PncId)),
        Answer("Sex", TextOf(PersonForm.Sexes, person.Sex), page, nameof(person.Sex), Missing),
        Answer("Ethnicity", Ethnicity(person.Ethnicity), page, nameof(person.Ethnicity), "Not asked yet"),
        Answer("Address", person.NoFixedAddress == "yes" ? "No fixed address" : person.Address, page, nameof(person.Address)),
        Answer("Ward", person.Ward, page, nameof(person.Ward)),
        Answer("Home district", District(person.District, person.OtherDistrict), page, nameof(person.District), Missing),
        Answer("Telephone number", person.Phone, page, nameof(person.Phone)),
        Answer("Email address", person.Email, page, nameof(person.Email)),
        Answer("Preferred contact", TextOf(ContactForm.Ways, person.PreferredContact), page, nameof(person.PreferredContact), "Not asked yet"),
        Answer("Consent to email", YesNo(person.ContactConsent), page, nameof(person.ContactConsent), Missing),
        .. Answered(
        [
            Answer("CRO number", person.CroNumber, page, nameof(person.CroNumber)),
            Answer("Other names", person.Aliases, page, nameof(person.Aliases)),
            Answer("Ethnicity, as the officer sees it", Ethnicity(person.PerceivedEthnicity), page, nameof(person.PerceivedEthnicity)),
        ]),
    ];

    private static IEnumerable<DraftAnswer> OfOffence(TypedReferral typed, OffenceForm offence, string page, When when) =>
    [
        Answer("What happened", offence.Description, page, nameof(offence.Description), Missing),
        Answer("Offence group", string.IsNullOrEmpty(offence.Group) ? null : OffenceGroups.InWords(offence.Group), page, nameof(offence.Group), Missing),
        Answer("Date of the offence", Date(offence.CommittedOn, when), page, nameof(offence.CommittedOn), Missing),
        Answer("Which court can try it", TextOf(OffenceForm.Classes, offence.Class), page, nameof(offence.Class), Missing),
        Answer("Domestic common assault or battery", YesNo(offence.DomesticAssault), page, nameof(offence.DomesticAssault), Missing),
        .. offence.DomesticAssault == "yes" ? [Answer("Date of the first statement", Date(offence.FirstStatementOn, when), page, nameof(offence.FirstStatementOn))] : Array.Empty<DraftAnswer>(),
        Answer("District of the offence", District(offence.District, offence.OtherDistrict), page, nameof(offence.District), Missing),
        .. Answered(
        [
            Answer("Crime number", offence.CrimeNumber, page, nameof(offence.CrimeNumber)),
            Answer("Home Office classification", offence.Classification, page, nameof(offence.Classification)),
            Answer("The force’s own code", offence.LocalCode, page, nameof(offence.LocalCode)),
            Answer("Place", offence.Place, page, nameof(offence.Place)),
            Answer("Last day", Date(offence.CommittedUntil, when), page, nameof(offence.CommittedUntil)),
            Answer("Domestic abuse of any kind", YesNo(offence.DomesticAbuse), page, nameof(offence.DomesticAbuse)),
            Answer("Racially or religiously aggravated", YesNo(offence.Aggravated), page, nameof(offence.Aggravated)),
            Answer("Value of loss or damage, in pounds", offence.Value, page, nameof(offence.Value)),
        ]),
        new DraftAnswer("Custody reference", typed.CustodyReference ?? NotGiven, $"{page}#{FieldIds.Of(nameof(typed.CustodyReference))}"),
    ];

    private static IEnumerable<DraftAnswer> Answered(IEnumerable<DraftAnswer> answers) => answers.Where(answer => answer.Answer != NotGiven);

    private static string? Ethnicity(string? code) => string.IsNullOrEmpty(code) ? null : Ethnicities.InWords(code);

    private static DraftAnswer Answer(string question, string? answer, string page, string field, string none = NotGiven) =>
        new(question, string.IsNullOrWhiteSpace(answer) ? none : answer.Trim(), $"{page}#{FieldIds.Of($"Form.{field}")}");

    private static string? TextOf(IReadOnlyList<Choice> choices, string? value) => choices.FirstOrDefault(choice => choice.Value == value)?.Text;

    private static string? YesNo(string? chosen) => chosen switch
    {
        "yes" => "Yes",
        "no" => "No",
        _ => null,
    };

    private static string? District(string? chosen, string? other) => chosen switch
    {
        Districts.NotKnown => "Not known yet",
        Districts.Elsewhere => other,
        _ => chosen,
    };

    /// <summary>The typed text; unchanged if it is not a date.</summary>
    private static string? Date(TypedDate typed, When when)
    {
        var faults = new ModelStateDictionary();
        var day = new FormReading(faults).OptionalDate("day", typed, "the day");
        return day is { } date ? when.Date(date) : string.Join(' ', new[] { typed.Day, typed.Month, typed.Year }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
