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

    /// <returns>Null when there is nobody.</returns>
    public static CohortTable? Of(IEnumerable<PersonRow> people, GroupKind kind)
    {
        if (PublishedGroups<PersonRow>.Of(people, person => person.Groups.Of(kind) ?? NotKnown, Rest, Counts) is not { } published)
        {
            return null;
        }

        var table = published.Table;
        return new(kind,
        [
            .. published.Groups.Select((group, index) => new CohortRow(group.Name, table.Cells[index], table.RowTotals[index])),
            new CohortRow(Total, table.ColumnTotals, table.Total),
        ]);
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
