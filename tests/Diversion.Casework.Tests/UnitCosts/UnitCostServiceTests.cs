using System.Text;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.UnitCosts;
using Diversion.Domain.Agreements;
using Diversion.Domain.UnitCosts;

namespace Diversion.Casework.Tests.UnitCosts;

/// <summary>The force's own costs in place of the examples.</summary>
public sealed class UnitCostServiceTests : IDisposable
{
    private const string Header = "id,name,unit,pounds,price_year,source\n";
    private const string Series = "year,index\n2024,95\n2026,100\n";
    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(10);
    private readonly UnitCostService costs;

    public UnitCostServiceTests() => costs = new UnitCostService(casework.Store, cache, casework);

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task Imported_costs_replace_the_examples_are_brought_into_one_year_and_say_where_they_are_from()
    {
        var (examples, shipped) = await costs.Sheet();
        Assert.All(examples.Costs, one => Assert.True(one.Cost.IsExample));
        Assert.Contains("example costs that ship", shipped, StringComparison.Ordinal);

        Assert.IsType<Outcome<UnitCostTable>.Accepted>(await Import($"{Header}worker-hour,Key worker,hour,\"38.00\",2024,\"Finance, 2024\"\ntag-day,GPS tag,day,8,2026,Contract\n", Series));
        var (sheet, used) = await costs.Sheet();
        Assert.Equal([("tag-day", 8m), ("worker-hour", 40m)], sheet.Costs.Select(one => (one.Cost.Id, one.Pounds)));
        Assert.All(sheet.Costs, one => Assert.False(one.Cost.IsExample));
        Assert.Contains("GDP deflators, June 2026", used, StringComparison.Ordinal);
        Assert.IsType<Outcome<UnitCostTable>.Unchanged>(await Import($"{Header}worker-hour,Key worker,hour,\"38.00\",2024,\"Finance, 2024\"\ntag-day,GPS tag,day,8,2026,Contract\n", Series));
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Theory]
    [InlineData("", Series, "the file is empty")]
    [InlineData("id,name\n", Series, "needs the columns")]
    [InlineData(Header, Series, "only its first line")]
    [InlineData($"{Header}a,A,hour,-1,2026,S\n", Series, "Costs, line 2: pounds")]
    [InlineData($"{Header}a,A,hour,1,26,S\n", Series, "price_year")]
    [InlineData($"{Header}a,A,hour,1,2026,\n", Series, "no source")]
    [InlineData($"{Header}a,A,hour,1,2026,S\na,A,hour,1,2026,S\n", Series, "there twice")]
    [InlineData($"{Header}a,A\n", Series, "a cell is missing")]
    [InlineData($"{Header}a,A,hour,1,2020,S\n", Series, "no value for 2020")]
    [InlineData($"{Header}a,A,hour,1,2026,S\n", "year,index\n2026,0\n", "Price series, line 2: index")]
    [InlineData($"{Header}a,A,hour,1,2026,S\n", "year,index\n2026,1\n2026,2\n", "2026 is there twice")]
    [InlineData($"{Header}a,A,hour,1,2026,S\n", "", "Price series")]
    public async Task A_faulty_file_is_refused_in_words_and_the_examples_stay(string file, string series, string told)
    {
        var refused = Assert.IsType<Outcome<UnitCostTable>.Refused>(await Import(file, series));
        Assert.Contains(told, refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Contains("example costs", (await costs.Sheet()).Used, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_leads_and_analysts_import() =>
        Assert.IsType<Outcome<UnitCostTable>.Refused>(await Import($"{Header}a,A,hour,1,2026,S\n", Series, CaseworkUnderTest.Worker));

    private async Task<Outcome<UnitCostTable>> Import(string file, string series, Actor? by = null) =>
        await costs.Import(Encoding.UTF8.GetBytes(file), Encoding.UTF8.GetBytes(series), "GDP deflators, June 2026", 2026, by ?? CaseworkUnderTest.Lead, casework.Now);
}
