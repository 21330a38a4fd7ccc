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

    public static IReadOnlyList<(string Title, IReadOnlyList<DraftAnswer> Answers)> Of(TypedReferral typed, string tasks, When when) =>
    [
        ("The person", OfPerson(typed.Person ?? new PersonForm(), $"{tasks}#{FieldIds.Of("Person.")}", when)),
        ("The offence", OfOffence(typed, tasks, when)),
    ];

    private static List<DraftAnswer> OfPerson(PersonForm person, string at, When when) =>
    [
        Answer("Full name", person.Name, at, nameof(person.Name)),
        Answer("Date of birth", Date(person.BornOn, when), at, nameof(person.BornOn)),
        Answer("PNC id", person.PncId, at, nameof(person.PncId)),
        Answer("Sex", TextOf(PersonForm.Sexes, person.Sex), at, nameof(person.Sex)),
        Answer("Ethnicity", string.IsNullOrEmpty(person.Ethnicity) ? null : Ethnicities.InWords(person.Ethnicity), at, nameof(person.Ethnicity), "Not asked yet"),
        Answer("Address", person.NoFixedAddress == "yes" ? "No fixed address" : person.Address, at, nameof(person.Address)),
        Answer("Ward", person.Ward, at, nameof(person.Ward)),
        Answer("Home district", District(person.District, person.OtherDistrict), at, nameof(person.District)),
        Answer("Telephone number", person.Phone, at, nameof(person.Phone)),
        Answer("Email address", person.Email, at, nameof(person.Email)),
        Answer("Preferred contact", TextOf(ContactForm.Ways, person.PreferredContact), at, nameof(person.PreferredContact), "Not asked yet"),
        Answer("Consent to email", YesNo(person.ContactConsent), at, nameof(person.ContactConsent)),
    ];

    private static List<DraftAnswer> OfOffence(TypedReferral typed, string tasks, When when)
    {
        var offence = typed.Offence ?? new OffenceForm();
        var at = $"{tasks}#{FieldIds.Of("Form.")}";
        List<DraftAnswer> answers =
        [
            Answer("What happened", offence.Description, at, nameof(offence.Description)),
            Answer("Kind of offence", string.IsNullOrEmpty(offence.Group) ? null : OffenceGroups.InWords(offence.Group), at, nameof(offence.Group)),
            Answer("Day of the offence", Date(offence.CommittedOn, when), at, nameof(offence.CommittedOn)),
            Answer("How it can be tried", TextOf(OffenceForm.Classes, offence.Class), at, nameof(offence.Class)),
        ];
        if (offence.Class == $"{OffenceClass.SummaryOnly}" || offence.DomesticAssault == "yes")
        {
            answers.Add(Answer("Domestic common assault or battery", YesNo(offence.DomesticAssault), at, nameof(offence.DomesticAssault)));
        }

        if (offence.DomesticAssault == "yes")
        {
            answers.Add(Answer("Day of the first statement", Date(offence.FirstStatementOn, when), at, nameof(offence.FirstStatementOn)));
        }

        answers.Add(Answer("District of the offence", District(offence.District, offence.OtherDistrict), at, nameof(offence.District)));
        answers.Add(new DraftAnswer("Custody reference", typed.CustodyReference ?? NotGiven, $"{tasks}#{FieldIds.Of(nameof(typed.CustodyReference))}"));
        return answers;
    }

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
