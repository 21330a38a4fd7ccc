using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>The two arms that a result compares, by id.</summary>
public sealed record Arms(string Programme, string Control)
{
    /// <summary>Said beside every result by the arm received.</summary>
    public const string NotRandomised = "By the arm received: people chose or were chosen, so this difference may have other causes than the programme.";

    /// <returns>The arm by which the person counts; null when in no trial or, by receipt, while nothing was received.</returns>
    public static string? Of(PersonRow person, Basis basis) => basis == Basis.Allocated ? person.Trial?.Arm : person.Trial?.Received?.Arm;

    internal (PersonRow[] Programme, PersonRow[] Control) Split(IEnumerable<PersonRow> people, Basis basis)
    {
        var byArm = people.ToLookup(person => Of(person, basis), StringComparer.Ordinal);
        return ([.. byArm[Programme]], [.. byArm[Control]]);
    }
}
