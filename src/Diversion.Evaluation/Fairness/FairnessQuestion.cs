using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Fairness;

/// <summary>A decision or step at which groups are compared.</summary>
/// <param name="Definition">Numerator ÷ denominator, in words.</param>
/// <param name="Asks">Who is in the denominator.</param>
/// <param name="Answers">Who of them is in the numerator.</param>
public sealed record FairnessQuestion(string Id, string Name, string Definition, Func<PersonRow, bool> Asks, Func<PersonRow, bool> Answers)
{
    public static ImmutableArray<FairnessQuestion> All { get; } =
    [
        new("offered", "Offered", "offered an agreement ÷ referred and decided", person => person.Course.EligibilityDecidedOn is not null || person.Course.OfferedOn is not null, person => person.Course.OfferedOn is not null),
        new("declined", "Declined", "declined or let lapse ÷ offered", person => person.Course.OfferedOn is not null, person => person.Course.DeclinedOn is not null),
        new("signed", "Signed", "signed ÷ offered", person => person.Course.OfferedOn is not null, person => person.Course.SignedOn is not null),
        new("completed", "Completed", "completed ÷ agreements that ended", person => person.Course.End is not null, person => person.Course.End == CourseEnd.Completed),
        new("breach-proposed", "Breach proposed", "breach proposed ÷ signed", person => person.Course.SignedOn is not null, person => person.Course.BreachProposedOn is not null),
        new("breach-confirmed", "Breach confirmed", "breach confirmed ÷ breaches decided", person => person.Course.BreachConfirmed is not null, person => person.Course.BreachConfirmed == true),
    ];
}
