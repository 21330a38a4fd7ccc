using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;

namespace Diversion.Functions.Tests.Azure.Storage;

public sealed class KeyRangeTests
{
    [Theory]
    [InlineData(null, null, "RowKey ge '!'")]
    [InlineData("", null, "RowKey ge '!'")]
    [InlineData(" z", null, "RowKey ge '!'")]
    [InlineData("a", "b", "RowKey ge 'a' and RowKey lt 'b'")]
    [InlineData("o'b", null, "RowKey ge 'o''b'")]
    [InlineData("a\0", null, "RowKey ge 'a '")]
    [InlineData("a#x", "a\u007F", "RowKey ge 'a$' and RowKey lt 'a\u00A0'")]
    [InlineData("a/", "a?", "RowKey ge 'a0' and RowKey lt 'a@'")]
    [InlineData("a", "a\uFFFF", "RowKey ge 'a' and RowKey lt 'b'")]
    [InlineData("a", ".\uFFFF", null)]
    [InlineData(null, "\uFFFF", "RowKey ge '!'")]
    [InlineData("\uFFFF", null, null)]
    [InlineData("b", "a", null)]
    [InlineData("b", "b", null)]
    [InlineData(null, "", null)]
    public void A_range_is_asked_for_in_bounds_that_are_keys(string? from, string? before, string? expected)
    {
        var filter = KeyRange.Filter(new TableQuery(Tables.Due, "it's", from, before));

        Assert.Equal(expected is null ? null : $"PartitionKey eq 'it''s' and {expected}", filter);
    }

    [Fact]
    public void The_next_page_starts_after_the_last_row() => Assert.Equal(
        "PartitionKey eq 'p' and RowKey ge 'a' and RowKey gt 'k''1'",
        KeyRange.Filter(new TableQuery(Tables.Due, "p", "a", Continuation: "k'1")));

    [Fact]
    public void Replaced_bounds_contain_the_same_keys()
    {
        const string Characters = "\0 !#$/0?@\\]a\u007F\u00A0\uFFFD\uFFFE\uFFFF";
        var random = new Random(7);
        var ofKeys = string.Concat(Characters.Where(TableLimits.IsOfKeys));
        string Any(string characters) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => characters[random.Next(characters.Length)]));
        var keys = Enumerable.Range(0, 400).Select(_ => Any(ofKeys)).Where(key => key.Length > 0 && key[0] != ' ').Distinct().ToArray();
        Assert.True(keys.Length > 50);

        for (var n = 0; n < 2_000; n++)
        {
            var (from, before) = (Any(Characters), Any(Characters));
            var filter = KeyRange.Filter(new TableQuery(Tables.Due, "p", from, before));
            foreach (var key in keys)
            {
                var asked = string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, before) < 0;
                Assert.True(asked == (filter is not null && IsIn(filter, key)), $"'{from}' to '{before}', '{key}': {filter}");
            }
        }
    }

    private static bool IsIn(string filter, string key) => filter.Split(" and RowKey ").Skip(1).All(part =>
    {
        var bound = part[4..^1].Replace("''", "'", StringComparison.Ordinal);
        return part[..2] == "ge" ? string.CompareOrdinal(key, bound) >= 0 : string.CompareOrdinal(key, bound) < 0;
    });
}
