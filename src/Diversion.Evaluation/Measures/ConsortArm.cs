using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <param name="Received">The arm that was allocated.</param>
/// <param name="NotReceived">By reason.</param>
/// <param name="NotAnalysed">Lost to follow-up or not yet known, by reason.</param>
public sealed record ConsortArm(
    string Id, string Name, int Allocated, int Received, ImmutableArray<Exclusion> NotReceived, ImmutableArray<Exclusion> NotAnalysed, int Analysed)
{
    public const string NothingRecorded = "nothing recorded as received";

    /// <param name="known">The arm's people sorted by what can be said of them; null to find that out.</param>
    internal static ConsortArm Of(string id, string name, IEnumerable<PersonRow> people, ReoffendingRule rule, FollowedUp? known = null)
    {
        var allocated = people.Where(person => person.Trial?.Arm == id).ToArray();
        var other = allocated.Where(person => person.Trial!.Received?.Arm != id)
            .CountBy(person => person.Trial!.CrossoverReason ?? (person.Trial.Received is null ? NothingRecorded : "received another arm, no reason recorded"), StringComparer.Ordinal);
        var followedUp = known ?? FollowedUp.Of(allocated, rule, FollowUpStart.Allocation);
        return new(id, name, allocated.Length, allocated.Count(person => person.Trial!.Received?.Arm == id), Sorted(other), followedUp.Excluded, followedUp.Known.Length);
    }

    /// <summary>The most frequent reason first.</summary>
    internal static ImmutableArray<Exclusion> Sorted(IEnumerable<KeyValuePair<string, int>> reasons) =>
        [.. reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new Exclusion(pair.Key, pair.Value))];
}
