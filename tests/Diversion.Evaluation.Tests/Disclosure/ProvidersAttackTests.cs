using System.Globalization;
using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Tests.Disclosure;

/// <summary>Attacks the providers' tables of a board pack as a reader can who has nothing but the pack.</summary>
public sealed class ProvidersAttackTests
{
    private static readonly (LocalDate First, LocalDate Last) Quarter = (new(2026, 1, 1), new(2026, 3, 31));
    private static readonly (LocalDate First, LocalDate Last) Before = (new(2025, 10, 1), new(2025, 12, 31));
    private static readonly AnalysisSettings Settings = new("Test", Instant.FromUtc(2026, 4, 9, 9, 0), "1.2.3");

    [Theory]
    [InlineData("provider-waits", 6)]
    [InlineData("provider-completion", 5)]
    public void No_reader_can_prove_that_a_count_is_small(string id, int share)
    {
        var suppressed = 0;
        foreach (var seed in Enumerable.Range(1, 60))
        {
            var chance = new Random(seed);
            ReferralFacts[] sent = [.. Enumerable.Range(0, chance.Next(1, 150)).Select(_ => Referral(chance))];
            if (Tables(sent).SingleOrDefault(table => table.Id == id) is not { } table)
            {
                continue;
            }

            var published = Read(table);
            suppressed += published.Cells.Sum(row => row.Count(count => count.IsSuppressed));
            Assert.Empty(new Reader(published, 200).Proven());

            // Whatever else stands in a row follows from its counts, so it tells nothing that they do not.
            Assert.All(table.Content.Rows, row =>
            {
                var told = row[1..] is [_, var yes, var no, ..] && int.TryParse(yes, out var one) && int.TryParse(no, out var other) && one + other >= 20;
                Assert.Equal(told, row[5] != "too few");
                Assert.All(row.Skip(share), cell => Assert.Equal(told, cell != "too few"));
            });
        }

        Assert.True(suppressed > 100, $"only {suppressed} counts were suppressed");
    }

    /// <summary>Two tables of the same referrals could be solved together.</summary>
    [Fact]
    public void A_referral_is_in_one_table_alone()
    {
        foreach (var day in Enumerable.Range(-400, 520))
        {
            var on = Before.First.PlusDays(day);
            ReferralFacts[] sent = [.. Enumerable.Range(0, 30).Select(_ => new ReferralFacts("Works", "W-1", null, null, "health", on, on.PlusDays(3), true, on.PlusDays(20), ConditionEnd.Kept))];
            var tables = Tables(sent);
            Assert.Equal(on < Before.First.PlusYears(-1) || on > Quarter.Last ? 0 : 1, tables.Length);
            Assert.All(tables, table => Assert.Equal(on < Before.First ? "provider-completion" : "provider-waits", table.Id));
        }
    }

    private static ReportPart.Table[] Tables(ReferralFacts[] sent) =>
    [
        .. BoardPackReport.Of([.. sent.Select((one, n) => new PersonRow($"p{n:0000}") { Course = new() { Referrals = [one] } })], Settings, Quarter, Before)
            .Sections.Single(section => section.Id == "providers").Parts.OfType<ReportPart.Table>(),
    ];

    /// <summary>The printed cells, and nothing else.</summary>
    private static PublishedTable Read(ReportPart.Table table)
    {
        var rows = table.Content.Rows.Select(row => row.Skip(1).Take(4).Select(Count).ToImmutableArray()).ToArray();
        return new([.. rows[..^1].Select(row => row[1..])], [.. rows[..^1].Select(row => row[0])], rows[^1][1..], rows[^1][0]);
    }

    private static PublishedCount Count(string cell) => cell == "suppressed" ? PublishedCount.Suppressed : new(int.Parse(cell, CultureInfo.InvariantCulture));

    private static ReferralFacts Referral(Random chance)
    {
        // Few services have many, many have few.
        var service = (int)(Math.Pow(chance.NextDouble(), 3) * 7);
        var sent = Before.First.PlusDays(chance.Next(-300, 150));
        var accepted = chance.Next(5) == 0 ? (LocalDate?)null : sent.PlusDays(chance.Next(40));
        var ended = accepted is null || chance.Next(6) == 0 ? (LocalDate?)null : sent.PlusDays(chance.Next(60, 120));
        return new($"Provider {service % 4}", $"W-{service % 4}", $"s{service}", $"Service {service}", "health", sent, accepted, accepted is { } on ? on <= sent.PlusDays(30) : null, ended, ended is null ? null : (ConditionEnd)chance.Next(3));
    }
}
