using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Extracts;

/// <summary>Counts of people by group and course, as they may leave the programme.</summary>
internal static class PublishedCounts
{
    public static IReadOnlyList<string> Columns { get; } = ["by", "group", .. CohortTable.Columns, "all"];

    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyCollection<PersonRow> people) =>
        from kind in Enum.GetValues<GroupKind>()
        let table = CohortTable.Of(people, kind)
        where table is not null
        from row in table.Rows
        select (IReadOnlyList<string>)[kind.ToString(), row.Group, .. row.Counts.Select(count => count.ToString()), row.All.ToString()];
}
