using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Extracts;

/// <summary>One victim of a case in an extract.</summary>
internal sealed record VictimRow(string Pseudonym, VictimFacts Victim)
{
    /// <summary>answered, declined; null: not asked.</summary>
    public string? Asked => Victim switch
    {
        { SatisfactionDeclined: true } => "declined",
        { Satisfaction.Length: > 0 } => "answered",
        _ => null,
    };

    public static IEnumerable<VictimRow> Of(IEnumerable<PersonRow> people) => people.SelectMany(person => person.Victims.Select(victim => new VictimRow(person.Pseudonym, victim)));

    /// <summary>From 1 to 5; null: not asked, declined or left out.</summary>
    public decimal? Answer(int question) => Victim.Satisfaction.Length > question && Victim.Satisfaction[question] is > 0 and var answer ? answer : null;
}
