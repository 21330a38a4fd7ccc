using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Extracts;

/// <summary>Counts of people by group and course, and of victims, as they may leave the programme.</summary>
internal static class PublishedCounts
{
    public static IReadOnlyList<string> Columns { get; } = ["by", "group", .. CohortTable.Columns, "all"];

    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyCollection<PersonRow> people) =>
        from table in CohortTable.Of(people, Enum.GetValues<GroupKind>())
        from row in table.Rows
        select (IReadOnlyList<string>)[table.Kind.ToString(), row.Group, .. row.Counts.Select(count => count.ToString()), row.All.ToString()];

    public static IReadOnlyList<string> VictimColumns { get; } = ["measure", "yes", "no", "means"];

    /// <summary>What victims got, their satisfaction and restorative justice, each measure whole or not at all.</summary>
    public static IEnumerable<IReadOnlyList<string>> OfVictims(IEnumerable<PersonRow> people) =>
        from figure in VictimMeasures.Of(people).Shares
        let share = PublishedShare.Of(figure)
        select (IReadOnlyList<string>)[share.Name, share.Yes.ToString(), share.No.ToString(), figure.Definition];
}
