using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Tests.Disclosure;

/// <summary>
/// Attacks the needs and reoffending of a board pack as a reader can who has nothing but the pack: every number that fits all
/// tables at once is tried. The needs share their totals, so one can narrow another.
/// </summary>
public sealed class NeedsAttackTests
{
    private static readonly (LocalDate, LocalDate) Quarter = (new(2026, 1, 1), new(2026, 3, 31));
    private static readonly (LocalDate, LocalDate) Before = (new(2025, 10, 1), new(2025, 12, 31));
    private static readonly AnalysisSettings Settings = new("Test", Instant.FromUtc(2026, 4, 9, 9, 0), "1.2.3");
    private static readonly string[] Needs = ["accommodation", "drugs and alcohol", "finance, benefit and debt", "health"];

    [Fact]
    public void No_reader_can_prove_that_a_count_is_small()
    {
        var (shown, hidden) = (0, 0);
        foreach (var seed in Enumerable.Range(1, 400))
        {
            var chance = new Random(seed);
            PersonRow[] people = [.. Enumerable.Range(0, chance.Next(10, 160)).Select(n => Person(n, chance))];
            var published = Published(people);
            if (published.Length == 0)
            {
                hidden++;
                continue;
            }

            shown++;
            var totals = Totals(published).ToArray();
            Assert.NotEmpty(totals);
            foreach (var table in published)
            {
                for (var cell = 0; cell < 4; cell++)
                {
                    var most = totals.Max(total => Most(table, cell, total));
                    Assert.True(most > PublishedCount.LargestSmall || table[cell] == (0, 0), $"seed {seed}: a count is at most {most}");
                }
            }
        }

        Assert.InRange(shown, 100, 390);
        Assert.InRange(hidden, 10, 300);
    }

    /// <summary>A table that hides one count alone is broken by the same attack, so the attack can fail.</summary>
    [Fact]
    public void The_attack_breaks_a_careless_table()
    {
        (int, int)[] careless = [(1, 100), (18, 22), (18, 22), (38, 42)];
        (int, int)[] other = [(8, 9), (28, 32), (10, 11), (28, 32)];
        Assert.InRange(Totals([careless, other]).Max(total => Most(careless, 0, total)), 1, PublishedCount.LargestSmall);
    }

    /// <summary>Every pair of totals (offended again, did not) that fits all tables.</summary>
    private static IEnumerable<(int Again, int Not)> Totals((int Lower, int Upper)[][] tables)
    {
        for (var again = tables.Max(table => table[0].Lower + table[2].Lower); again <= tables.Min(table => table[0].Upper + table[2].Upper); again++)
        {
            for (var not = tables.Max(table => table[1].Lower + table[3].Lower); not <= tables.Min(table => table[1].Upper + table[3].Upper); not++)
            {
                yield return (again, not);
            }
        }
    }

    /// <summary>The largest value of a count when the totals are known.</summary>
    private static int Most((int Lower, int Upper)[] table, int cell, (int Again, int Not) total)
    {
        var (sum, other) = (cell % 2 == 0 ? total.Again : total.Not, table[(cell + 2) % 4]);
        return Math.Min(table[cell].Upper, sum - other.Lower);
    }

    private static (int Lower, int Upper)[][] Published(PersonRow[] people) =>
    [
        .. BoardPackReport.Of(people, Settings, Quarter, Before).Sections.Single(section => section.Id == "needs").Parts.OfType<ReportPart.Table>().Where(table => table.Id == "needs-reoffending")
            .SelectMany(table => table.Content.Rows).Select(row => row.Skip(1).Take(4).Select(Bounds).ToArray()),
    ];

    /// <summary>What a reader concludes from a printed cell.</summary>
    private static (int, int) Bounds(string cell) =>
        int.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value == 0 ? (0, 0) : (Math.Max(5, value - 2), value + 2) : (1, 1_000);

    private static PersonRow Person(int number, Random chance)
    {
        var signed = new LocalDate(2024, 1, 10).PlusDays(chance.Next(60));
        return new($"p{number:0000}")
        {
            Course = new()
            {
                ReferredOn = signed, SignedOn = signed,
                Conditions = [.. Needs.Where((_, need) => chance.Next(need + 2) == 0).Select(need => new ConditionFacts("pathway", ConditionEnd.Kept, need))],
            },
            FollowUp = new(new LocalDate(2026, 1, 1)) { Reoffences = chance.Next(3) == 0 ? [new(signed.PlusDays(30), signed.PlusDays(90), ReoffenceOutcome.Conviction)] : [] },
        };
    }
}
