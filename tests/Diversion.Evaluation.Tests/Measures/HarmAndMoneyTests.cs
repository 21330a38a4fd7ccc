using System.Security.Cryptography;
using System.Text;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Harm;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Money;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Tests.Measures;

public sealed class HarmAndMoneyTests
{
    private const string File = "offence_code,name,days\r\n8/6,\"Assault, occasioning\",20\r\n053/01,Fraud,5.5\r\n";

    [Fact]
    public void An_index_is_read_with_its_version_and_checksum()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + File);

        var (index, faults) = HarmIndex.Read(bytes, " 2020 ");

        Assert.Empty(faults);
        Assert.Equal(("2020", Convert.ToHexStringLower(SHA256.HashData(bytes))), (index!.Version, index.Checksum));
        Assert.Equal([("008/06", 20m), ("053/01", 5.5m)], index.Days.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData("", "2020", "The file is empty")]
    [InlineData("code,days\n8/6,20", "2020", "needs the columns offence_code and days")]
    [InlineData("offence_code,days\n8/6,20", " ", "The index needs a version")]
    [InlineData("offence_code,days\n8N,20", "2020", "Line 2: offence_code \"8N\" is not a Home Office classification, such as 008/06.")]
    [InlineData("offence_code,days\n8/6,twenty", "2020", "Line 2: days \"twenty\" is not a number of days")]
    [InlineData("offence_code,days\n8/6,-1", "2020", "Line 2: days \"-1\" is not a number of days")]
    [InlineData("offence_code,days\n8/6", "2020", "Line 2: a cell is missing.")]
    [InlineData("offence_code,days\n\n8/6,20\n008/06,21", "2020", "Line 4: 008/06 has two values, 20 and 21. Keep one.")]
    [InlineData("offence_code,days\n", "2020", "The file has no offence")]
    public void A_bad_index_is_refused_in_words(string file, string version, string fault)
    {
        var (index, faults) = HarmIndex.Read(Encoding.UTF8.GetBytes(file), version);

        Assert.Null(index);
        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Harm_is_counted_over_everybody_and_offences_without_a_value_are_told()
    {
        var index = HarmIndex.Read(Encoding.UTF8.GetBytes(File), "2020").Index!;
        PersonRow[] people =
        [
            .. People.Arm("programme", 0, 8),
            With("a", People.Proven(10), People.Proven(20, "053/01")),
            With("b", People.Proven(10, "999/99"), People.Proven(20) with { OffenceCode = null }),
        ];

        var harm = HarmMeasure.Of(FollowedUp.Of(people, ReoffendingRule.Proven12, FollowUpStart.Allocation), index, 7);
        var again = HarmMeasure.Of(FollowedUp.Of(people.Reverse(), ReoffendingRule.Proven12, FollowUpStart.Allocation), index, 7);

        Assert.Equal(25.5m, harm.Days);
        Assert.Equal(2.55, harm.DaysAPerson.Estimate!.Value.Value, 9);
        Assert.Equal(2, harm.WithoutValue);
        Assert.Contains("seed 7", harm.DaysAPerson.Method, StringComparison.Ordinal);
        Assert.Equal(harm.DaysAPerson.Estimate, again.DaysAPerson.Estimate);
    }

    [Fact]
    public void Costs_come_in_prices_of_one_year()
    {
        var deflator = new Deflator("invented", new Dictionary<int, decimal> { [2020] = 80m, [2025] = 100m }.ToImmutableDictionary());
        UnitCost[] costs =
        [
            new("worker-hour", "Key worker", "hour", 40m, 2020, "invented", true), new("court-case", "Court", "case", 500m, 2025, "invented"), new("crime:assault", "Assault", "offence", 800m, 2020, "invented"),
        ];
        var sheet = CostSheet.Make(costs, deflator, 2025).Sheet!;
        var hours = new Quantity("worker-hour", 10m);
        PersonRow[] people =
        [
            new("a") { Course = new() { SignedOn = People.Start, End = CourseEnd.Completed }, Used = [hours], Avoided = [new("court-case", 1)] },
            new("b") { Course = new() { SignedOn = People.Start, End = CourseEnd.Breached }, Used = [hours, new("tag-day", 3)] },
            new("c") { Used = [hours] },
        ];

        var cost = CostMeasure.Of(people, sheet);

        Assert.Equal((2, 1, 1000m, 500m, 1000m, 500m, 500m), (cost.Agreements, cost.Completions, cost.Total, cost.PerAgreement, cost.PerCompletion, cost.Avoided, cost.Net));
        Assert.Equal("tag-day", Assert.Single(cost.WithoutCost));
        Assert.Equal("worker-hour", Assert.Single(cost.Examples));
        var crime = ReoffendingCost.Of(FollowedUp.Of(People.Arm("programme", 2, 4), ReoffendingRule.Proven12, FollowUpStart.Allocation), sheet, 1);
        Assert.Equal(500, crime.PerPerson!.Value.Value, 9);
    }

    [Fact]
    public void A_cost_that_cannot_be_used_is_refused_in_words()
    {
        var deflator = new Deflator("invented", new Dictionary<int, decimal> { [2025] = 100m }.ToImmutableDictionary());
        UnitCost[] costs = [new("a", "A", "hour", 1, 2019, "s"), new("b", "B", "hour", -1, 2025, "s"), new("c", "C", "hour", 1, 2025, " "), new("d", "D", "hour", 1, 2025, "s"), new("d", "D", "hour", 2, 2025, "s")];

        var (sheet, faults) = CostSheet.Make(costs, deflator, 2025);

        Assert.Null(sheet);
        Assert.Equal(
            ["Unit cost a: The price series (invented) has no value for 2019. Add it, or choose another price year.", "Unit cost b: A cost is not below 0. Correct it.", "Unit cost c: It has no source. Say where the number is from.", "Unit cost d: It is there twice. Keep one."],
            faults.ToArray());
    }

    private static PersonRow With(string name, params Reoffence[] reoffences) =>
        People.Arm("programme", 0, 1).Single() with { Pseudonym = name, FollowUp = new(People.Searched) { Reoffences = [.. reoffences] } };
}
