using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Pages.Enrol;

/// <summary>An answer of a draft, shown for checking.</summary>
/// <param name="Change">The field to change it in.</param>
public sealed record DraftAnswer(string Question, string Answer, string Change);

/// <summary>Every answer of a whole draft.</summary>
internal static class DraftAnswers
{
    private const string NotGiven = "Not given";

    public static IReadOnlyList<(string Title, IEnumerable<DraftAnswer> Answers)> Of(TypedReferral typed, string tasks, When when) =>
    [
        ("The person", OfPerson(typed.Person ?? new PersonForm(), $"{tasks}#{FieldIds.Of("Person.")}", when)),
        ("The offence", OfOffence(typed, tasks, when)),
    ];

    /// <summary>What few have is shown only when it was answered.</summary>
    private static IEnumerable<DraftAnswer> OfPerson(PersonForm person, string at, When when) =>
    [
        Answer("Full name", person.Name, at, nameof(person.Name)),
        Answer("Date of birth", Date(person.BornOn, when), at, nameof(person.BornOn)),
        Answer("PNC id", person.PncId, at, nameof(person.PncId)),
        Answer("Sex", TextOf(PersonForm.Sexes, person.Sex), at, nameof(person.Sex)),
        Answer("Ethnicity", Ethnicity(person.Ethnicity), at, nameof(person.Ethnicity), "Not asked yet"),
        Answer("Address", person.NoFixedAddress == "yes" ? "No fixed address" : person.Address, at, nameof(person.Address)),
        Answer("Ward", person.Ward, at, nameof(person.Ward)),
        Answer("Home district", District(person.District, person.OtherDistrict), at, nameof(person.District)),
        Answer("Telephone number", person.Phone, at, nameof(person.Phone)),
        Answer("Email address", person.Email, at, nameof(person.Email)),
        Answer("Preferred contact", TextOf(ContactForm.Ways, person.PreferredContact), at, nameof(person.PreferredContact), "Not asked yet"),
        Answer("Consent to email", YesNo(person.ContactConsent), at, nameof(person.ContactConsent)),
        .. Answered(
        [
            Answer("Consent to texts", YesNo(person.TextConsent), at, nameof(person.TextConsent)),
            Answer("CRO number", person.CroNumber, at, nameof(person.CroNumber)),
            Answer("Probation number (CRN)", person.ProbationNumber, at, nameof(person.ProbationNumber)),
            Answer("Other names", person.Aliases, at, nameof(person.Aliases)),
            Answer("Ethnicity, as the officer sees it", Ethnicity(person.PerceivedEthnicity), at, nameof(person.PerceivedEthnicity)),
        ]),
    ];

    private static IEnumerable<DraftAnswer> OfOffence(TypedReferral typed, string tasks, When when)
    {
        var offence = typed.Offence ?? new OffenceForm();
        var at = $"{tasks}#{FieldIds.Of("Form.")}";
        return
        [
            Answer("What happened", offence.Description, at, nameof(offence.Description)),
            Answer("Offence group", string.IsNullOrEmpty(offence.Group) ? null : OffenceGroups.InWords(offence.Group), at, nameof(offence.Group)),
            Answer("Date of the offence", Date(offence.CommittedOn, when), at, nameof(offence.CommittedOn)),
            Answer("Which court can try it", TextOf(OffenceForm.Classes, offence.Class), at, nameof(offence.Class)),
            .. Answered([Answer("Domestic common assault or battery", YesNo(offence.DomesticAssault), at, nameof(offence.DomesticAssault))]),
            .. offence.DomesticAssault == "yes" ? [Answer("Date of the first statement", Date(offence.FirstStatementOn, when), at, nameof(offence.FirstStatementOn))] : Array.Empty<DraftAnswer>(),
            Answer("District of the offence", District(offence.District, offence.OtherDistrict), at, nameof(offence.District)),
            .. Answered(
            [
                Answer("Crime number", offence.CrimeNumber, at, nameof(offence.CrimeNumber)),
                Answer("Home Office classification", offence.Classification, at, nameof(offence.Classification)),
                Answer("The force’s own code", offence.LocalCode, at, nameof(offence.LocalCode)),
                Answer("Place", offence.Place, at, nameof(offence.Place)),
                Answer("Last day", Date(offence.CommittedUntil, when), at, nameof(offence.CommittedUntil)),
                Answer("Domestic abuse of any kind", YesNo(offence.DomesticAbuse), at, nameof(offence.DomesticAbuse)),
                Answer("Racially or religiously aggravated", YesNo(offence.Aggravated), at, nameof(offence.Aggravated)),
                Answer("Value of loss or damage, in pounds", offence.Value, at, nameof(offence.Value)),
            ]),
            new DraftAnswer("Custody reference", typed.CustodyReference ?? NotGiven, $"{tasks}#{FieldIds.Of(nameof(typed.CustodyReference))}"),
        ];
    }

    private static IEnumerable<DraftAnswer> Answered(IEnumerable<DraftAnswer> answers) => answers.Where(answer => answer.Answer != NotGiven);

    private static string? Ethnicity(string? code) => string.IsNullOrEmpty(code) ? null : Ethnicities.InWords(code);

    /// <param name="at">Address of the page and the beginning of the id of its fields.</param>
    private static DraftAnswer Answer(string question, string? answer, string at, string field, string none = NotGiven) =>
        new(question, string.IsNullOrWhiteSpace(answer) ? none : answer.Trim(), $"{at}{field}");

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
