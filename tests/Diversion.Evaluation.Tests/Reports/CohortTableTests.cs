using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;
using Diversion.Evaluation.Tests.Disclosure;

namespace Diversion.Evaluation.Tests.Reports;

/// <summary>Counts that leave the programme, attacked as a reader could.</summary>
public sealed class CohortTableTests
{
    [Fact]
    public void A_person_is_in_one_column_and_the_columns_add_up()
    {
        PersonRow[] people =
        [
            Person("a", new()), Person("a", new() { OfferedOn = Day }), Person("a", new() { OfferedOn = Day, SignedOn = Day }),
            .. new[] { CourseEnd.Completed, CourseEnd.Breached, CourseEnd.Discontinued }.Select(end => Person("a", new() { OfferedOn = Day, SignedOn = Day, End = end })),
        ];
        Assert.Equal([1, 1, 1, 1, 1, 1], CohortTable.Counts(people));
        Assert.Equal(CohortTable.Columns.Length, CohortTable.Counts(people).Length);
        Assert.Empty(CohortTable.Of([], GroupKind.Sex));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_small_count_can_be_worked_out_from_what_is_published(int seed)
    {
        var chance = new Random(seed);
        var people = Enumerable.Range(0, 60 + (seed * 97)).Select(_ => Person($"g{(int)(Math.Pow(chance.NextDouble(), 2) * 7)}", Course(chance))).ToArray();

        var table = CohortTable.Of(people, GroupKind.OffenceGroup).Single();

        var published = Published(table);
        Assert.Null(TableAttack.FirstProven(published));
        Assert.All(published.Cells.SelectMany(row => row), count => Assert.True(count.Value is null or 0 or >= 5));
        Assert.Contains(published.Cells.SelectMany(row => row), count => count.IsSuppressed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_table_shows_a_total_that_another_hides(int seed)
    {
        var chance = new Random(seed);
        var people = Enumerable.Range(0, 30 + (seed * 13))
            .Select(_ => new PersonRow("p") { Groups = new(OffenceGroup: $"g{chance.Next(6)}", Sex: $"s{chance.Next(2)}", AgeBand: $"a{chance.Next(4)}"), Course = Course(chance) }).ToArray();

        var tables = CohortTable.Of(people, GroupKind.OffenceGroup, GroupKind.Sex, GroupKind.AgeBand);

        Assert.Equal(3, tables.Length);
        Assert.Single(tables.Select(table => string.Join('|', table.Rows[^1].Counts.Append(table.Rows[^1].All))).Distinct());
        foreach (var table in tables)
        {
            Assert.Null(TableAttack.FirstProven(Published(table)));
        }

        // Each by itself they would differ, at least for one of the seeds: that is why they are made together.
        var alone = ((GroupKind[])[GroupKind.OffenceGroup, GroupKind.Sex, GroupKind.AgeBand]).Select(kind => CohortTable.Of(people, kind).Single().Rows[^1]).ToArray();
        Assert.True(seed != 1 || alone.Select(row => string.Join('|', row.Counts.Append(row.All))).Distinct().Count() > 1);
    }

    /// <summary>A total that one table rounds is narrowed by the counts that another shows.</summary>
    [Fact]
    public void No_small_count_can_be_worked_out_from_all_tables_together()
    {
        var leaks = new List<string>();
        foreach (var seed in Enumerable.Range(1, 15))
        {
            var chance = new Random(seed);
            var people = Enumerable.Range(0, 20 + seed)
                .Select(_ => new PersonRow("p") { Groups = new(OffenceGroup: $"g{chance.Next(4)}", Sex: $"s{chance.Next(2)}", AgeBand: $"a{chance.Next(3)}"), Course = Course(chance) }).ToArray();
            var tables = CohortTable.Of(people, GroupKind.OffenceGroup, GroupKind.Sex, GroupKind.AgeBand).Select(Published).ToArray();
            leaks.AddRange(new Reader(tables, 200).Proven().Select(index => $"{seed}: {index}"));
        }

        Assert.Empty(leaks);
    }

    [Fact]
    public void Of_very_many_groups_the_smallest_come_together()
    {
        var people = Enumerable.Range(0, 400).SelectMany(ward => Enumerable.Range(0, ward < 100 ? 10 : 1).Select(_ => Person($"{ward:000}", new()))).ToArray();
        var table = CohortTable.Of(people, GroupKind.OffenceGroup).Single();
        Assert.Equal(152, table.Rows.Length);
        Assert.Contains(table.Rows, row => row.Group == "other groups together");
    }

    private static PublishedTable Published(CohortTable table) => new(
        [.. table.Rows.SkipLast(1).Select(row => row.Counts)], [.. table.Rows.SkipLast(1).Select(row => row.All)], table.Rows[^1].Counts, table.Rows[^1].All);

    private static readonly LocalDate Day = new(2026, 3, 3);

    private static PersonRow Person(string group, CourseFacts course) => new("p") { Groups = new(OffenceGroup: group), Course = course };

    private static CourseFacts Course(Random chance) => chance.Next(6) switch
    {
        0 => new(),
        1 => new() { OfferedOn = Day },
        2 => new() { OfferedOn = Day, SignedOn = Day },
        var end => new() { OfferedOn = Day, SignedOn = Day, End = (CourseEnd)(end - 3) },
    };
}
