using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>One line of the baseline table. There is no p-value: after random allocation every difference is chance (CONSORT 2025).</summary>
/// <param name="Group">Code; null: not known.</param>
public sealed record BaselineRow(GroupKind Kind, string? Group, int Programme, int OfProgramme, int Control, int OfControl)
{
    public static ImmutableArray<BaselineRow> Table(IEnumerable<PersonRow> people, Arms arms, params IReadOnlyList<GroupKind> kinds)
    {
        var split = arms.Split(people, Basis.Allocated);
        return
        [
            .. kinds.SelectMany(kind =>
            {
                var (one, two) = (Counts(split.Programme, kind), Counts(split.Control, kind));
                return one.Keys.Union(two.Keys, StringComparer.Ordinal).OrderBy(group => group.Length == 0).ThenBy(group => group, StringComparer.Ordinal)
                    .Select(group => new BaselineRow(
                        kind, group.Length == 0 ? null : group, one.GetValueOrDefault(group), split.Programme.Length, two.GetValueOrDefault(group), split.Control.Length));
            }),
        ];

        static Dictionary<string, int> Counts(PersonRow[] arm, GroupKind kind) => arm.CountBy(person => person.Groups.Of(kind) ?? "", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }
}
