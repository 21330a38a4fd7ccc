using Diversion.Evaluation.Disclosure;
using FsCheck;
using FsCheck.Xunit;

namespace Diversion.Evaluation.Tests.Disclosure;

[Properties(MaxTest = 150, QuietOnSuccess = true)]
public sealed class TableSuppressionTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "suppressed")]
    [InlineData(4, "suppressed")]
    [InlineData(5, "5")]
    [InlineData(7, "5")]
    [InlineData(8, "10")]
    [InlineData(1003, "1005")]
    public void A_count_alone(int count, string published) => Assert.Equal(published, PublishedCount.Alone(count).ToString());

    [Fact]
    public void One_small_cell_takes_another_of_its_row_and_of_its_column_with_it()
    {
        var table = TableSuppression.Publish([[3, 40, 60], [50, 12, 70], [80, 90, 100]]);

        Assert.True(table.Cells[0][0].IsSuppressed);
        Assert.All(Enumerable.Range(0, 3), i => Assert.NotEqual(1, table.Cells[i].Count(cell => cell.IsSuppressed)));
        Assert.All(Enumerable.Range(0, 3), i => Assert.NotEqual(1, table.Cells.Count(row => row[i].IsSuppressed)));
        Assert.Equal(505, table.Total.Value);
    }

    [Fact]
    public void A_small_margin_is_suppressed_with_its_cells()
    {
        var table = TableSuppression.Publish([[2, 1], [30, 40]]);

        Assert.True(table.RowTotals[0].IsSuppressed);
        Assert.Equal(2, table.RowTotals.Concat([table.Total]).Count(count => count.IsSuppressed));
        Assert.Empty(new Reader(table, 200).Proven());
    }

    [Fact]
    public void The_attack_finds_what_a_careless_table_gives_away()
    {
        // A single suppressed cell between counts that are shown: 8 to 12 less 5 to 7 leaves 1 to 7, less 8 to 12 leaves at most 4.
        var careless = new PublishedTable([[PublishedCount.Suppressed, new(10)]], [new(10)], [PublishedCount.Suppressed, new(10)], new(10));

        Assert.Equal((0, 0), TableAttack.FirstProven(careless));
        Assert.Equal([0, 3], new Reader(careless, 100).Proven());
    }

    [Property]
    public void No_published_table_gives_a_small_count_away(byte[] counts, PositiveInt columns)
    {
        // Mostly small numbers, where the danger is.
        var width = (columns.Get % 3) + 1;
        var rows = counts.Take(9).Select(count => (int)count % 23).Chunk(width).Where(row => row.Length == width).ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        var table = TableSuppression.Publish(rows);

        Assert.Empty(new Reader(table, 400).Proven());
        Assert.Null(TableAttack.FirstProven(table));
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var (published, count) = (table.Cells[row][column], rows[row][column]);
                Assert.True(published.IsSuppressed ? count > 0 : published == PublishedCount.Rounded(count) && !PublishedCount.IsSmall(count), $"{count} as {published}");
            }
        }
    }

    [Property]
    public void Both_attacks_find_the_same_in_careless_tables(byte[] counts, PositiveInt columns)
    {
        var width = (columns.Get % 3) + 1;
        var rows = counts.Take(9).Select(count => (int)count % 17).Chunk(width).Where(row => row.Length == width).ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        // Only the small counts are suppressed, and nothing beside them.
        var careless = new PublishedTable(
            [.. rows.Select(row => row.Select(PublishedCount.Alone).ToImmutableArray())],
            [.. rows.Select(row => PublishedCount.Alone(row.Sum()))],
            [.. Enumerable.Range(0, width).Select(column => PublishedCount.Alone(rows.Sum(row => row[column])))],
            PublishedCount.Alone(rows.Sum(row => row.Sum())));

        var found = TableAttack.Most(careless).Where(one => one.Most <= 4).Select(one => (one.Place.Row * (width + 1)) + one.Place.Column);

        Assert.Equal(new Reader(careless, 400).Proven(), found);
    }

    [Fact]
    public void A_large_table_is_done_in_time_and_keeps_most_of_its_counts()
    {
        int[][] counts = [.. Enumerable.Range(0, 60).Select(row => Enumerable.Range(0, 18).Select(column => ((row * 7) + (column * 13)) % 97).ToArray())];

        var table = TableSuppression.Publish(counts);

        Assert.Null(TableAttack.FirstProven(table));
        Assert.InRange(table.Cells.Sum(row => row.Count(cell => cell.IsSuppressed)), 44, 220);
    }

    [Fact]
    public void A_table_that_is_none_is_a_bug()
    {
        Assert.Throws<ArgumentException>(() => TableSuppression.Publish([]));
        Assert.Throws<ArgumentException>(() => TableSuppression.Publish([[1, 2], [3]]));
        Assert.Throws<ArgumentException>(() => TableSuppression.Publish([[-1]]));
    }
}
