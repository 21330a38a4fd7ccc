using Diversion.Domain.Agreements;

namespace Diversion.Domain.Rounds;

/// <summary>Which vote of a page counts. A vote is no event of its round, so it is decided apart.</summary>
public static class Ballots
{
    /// <summary>A household, a library or a school has one address: more than this is no longer one person a vote.</summary>
    public const int MostFromAddress = 20;

    /// <param name="closesAt">Of the round.</param>
    /// <returns>Null when it counts.</returns>
    public static Refusal? Refuse(Instant closesAt, IEnumerable<string> projects, string? chosen, Instant now) =>
        now >= closesAt ? new Refusal.WrongState(RefusalCode.RoundClosed, "The vote has closed.")
        : projects.Contains(chosen, StringComparer.Ordinal) ? null
        : new Refusal.Invalid(RefusalCode.RoundFaulty, "Choose one of the projects.") { Field = "project" };
}
