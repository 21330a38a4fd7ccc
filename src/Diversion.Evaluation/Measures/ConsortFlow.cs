using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>The flow of people through a trial, as CONSORT 2025 asks for it.</summary>
/// <param name="Assessed">Looked at for eligibility.</param>
/// <param name="Excluded">Before allocation, by reason.</param>
public sealed record ConsortFlow(int Assessed, ImmutableArray<Exclusion> Excluded, ImmutableArray<ConsortArm> Arms)
{
    public const string NotAllocated = "not allocated (another reason)";

    public int Allocated => Arms.Sum(arm => arm.Allocated);

    /// <param name="people">Everybody referred while the trial was open.</param>
    /// <param name="arms">Id and name, in the order of the protocol.</param>
    public static ConsortFlow Of(IReadOnlyCollection<PersonRow> people, ReoffendingRule rule, params IReadOnlyList<(string Id, string Name)> arms) =>
        Of(people, rule, [.. arms.Select(arm => (arm.Id, arm.Name, (FollowedUp?)null))]);

    internal static ConsortFlow Of(IReadOnlyCollection<PersonRow> people, ReoffendingRule rule, IReadOnlyList<(string Id, string Name, FollowedUp? Known)> arms)
    {
        var outside = people.Where(person => person.Trial is null).CountBy(person => person.Course.NotEligibleBecause ?? NotAllocated, StringComparer.Ordinal);
        return new(people.Count, ConsortArm.Sorted(outside), [.. arms.Select(arm => ConsortArm.Of(arm.Id, arm.Name, people, rule, arm.Known))]);
    }
}
