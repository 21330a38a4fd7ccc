using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>People of one kind of group by how far they came, each in one column: as it may leave the programme.</summary>
/// <param name="Rows">The groups, and last the total.</param>
public sealed record CohortTable(GroupKind Kind, ImmutableArray<CohortRow> Rows)
{
    public const string Total = "all groups";

    private const string Rest = "other groups together";
    private const string NotKnown = "not known";

    private static readonly ImmutableArray<(string Name, Func<CourseFacts, bool> Is)> Steps =
    [
        ("not_offered", course => course.OfferedOn is null),
        ("offered_not_signed", course => course.SignedOn is null),
        ("running", course => course.End is null),
        ("completed", course => course.End == CourseEnd.Completed),
        ("breached", course => course.End == CourseEnd.Breached),
        ("discontinued", _ => true),
    ];

    public static ImmutableArray<string> Columns { get; } = [.. Steps.Select(step => step.Name)];

    /// <summary>
    /// A table for each kind. They are of the same people and share their totals: what one of them hides, all hide, or one
    /// would tell what another keeps back.
    /// </summary>
    /// <returns>None when there is nobody.</returns>
    public static ImmutableArray<CohortTable> Of(IReadOnlyCollection<PersonRow> people, params IEnumerable<GroupKind> kinds)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var counted = kinds.Select(kind => (Kind: kind, Groups: PublishedGroups<PersonRow>.Shown(people, person => person.Groups.Of(kind) ?? NotKnown, Rest)))
            .Select(one => (one.Kind, Names: one.Groups.Select(group => group.Name).ToArray(), Counts: one.Groups.Select(group => Counts(group.Items)).ToArray())).ToArray();
        return [.. counted.Zip(TableSuppression.Together([.. counted.Select(one => one.Counts)]), (one, table) => new CohortTable(one.Kind,
        [
            .. one.Names.Select((name, index) => new CohortRow(name, table.Cells[index], table.RowTotals[index])),
            new CohortRow(Total, table.ColumnTotals, table.Total),
        ]))];
    }

    /// <summary>True counts of the steps, each person in the first that they fit.</summary>
    internal static int[] Counts(IEnumerable<PersonRow> people)
    {
        var counts = new int[Steps.Length];
        foreach (var person in people)
        {
            for (var step = 0; step < Steps.Length; step++)
            {
                if (Steps[step].Is(person.Course))
                {
                    counts[step]++;
                    break;
                }
            }
        }

        return counts;
    }
}

/// <param name="Counts">In the order of <see cref="CohortTable.Columns"/>.</param>
public sealed record CohortRow(string Group, ImmutableArray<PublishedCount> Counts, PublishedCount All);
