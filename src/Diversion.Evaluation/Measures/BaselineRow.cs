using System.Runtime.InteropServices;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>One line of the baseline table. There is no p-value: after random allocation every difference is chance (CONSORT 2025).</summary>
/// <param name="Group">Code; null: not known.</param>
public sealed record BaselineRow(GroupKind Kind, string? Group, int Programme, int OfProgramme, int Control, int OfControl)
{
    public static ImmutableArray<BaselineRow> Table(IEnumerable<PersonRow> people, Arms arms, params IReadOnlyList<GroupKind> kinds)
    {
        var split = arms.Split(people, Basis.Allocated);
        var (programme, control) = (Counts(split.Programme), Counts(split.Control));
        return
        [
            .. kinds.SelectMany((kind, k) =>
            {
                var (one, two) = (programme[k], control[k]);
                return one.Keys.Union(two.Keys, StringComparer.Ordinal).OrderBy(group => group.Length == 0).ThenBy(group => group, StringComparer.Ordinal)
                    .Select(group => new BaselineRow(
                        kind, group.Length == 0 ? null : group, one.GetValueOrDefault(group), split.Programme.Length, two.GetValueOrDefault(group), split.Control.Length));
            }),
        ];

        // Everybody is looked at once: people lie far from each other in memory.
        Dictionary<string, int>[] Counts(PersonRow[] arm)
        {
            var counts = kinds.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
            foreach (var person in arm)
            {
                for (var k = 0; k < counts.Length; k++)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts[k], person.Groups.Of(kinds[k]) ?? "", out _)++;
                }
            }

            return counts;
        }
    }
}
