using Diversion.Casework.Maintenance;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;
using NodaTime;

namespace Diversion.Casework.Tests.OffenceCodes;

/// <summary>The table as a stream beside the agreements, from a file to what is found.</summary>
public sealed class OffenceTableServiceTests : IDisposable
{
    private const string Headings = "Offence code,Home Office classification,Offence,Mode of trial,Category,Notes\n";

    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(10);
    private readonly OffenceTableService table;

    public OffenceTableServiceTests() => table = new OffenceTableService(casework.Store, cache, casework.Rulebook, casework);

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task A_file_is_imported_whole_replaced_by_the_next_and_verified()
    {
        Assert.Null(await table.Current());
        await Import($"{Headings}A1,046/00,Theft from a shop,TEW,theft,old\n\nA2,,\"Damage, to a door\",summary,criminal damage,\n");
        Assert.Equal(["A1", "A2"], (await table.Current())!.Codes.Select(code => code.Code));
        await Import($"{Headings}B1,,Affray,TEW,public order,\n");

        var loaded = (await table.Current())!;
        Assert.Equal(("B1", 2), (Assert.Single(loaded.Codes).Code, loaded.Version));
        Assert.Null((await Verification.Run(casework.Store)).Fault);
        Assert.All(await casework.Rows(Tables.Streams), row => Assert.Equal("offencecodes:programme", row.Partition));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("code,description,class\nA,B,TEW\n", "These columns are missing in the first line: group")]
    [InlineData("code,description,class,group,Code\n", "The column code appears twice")]
    [InlineData("code,description,class,group\nA,B,TEW\n", "Row 2: 3 cells under 4 headings")]
    [InlineData("code,description,class,group\nA,Theft,TEW,theft\nB,\"x,TEW,theft\n", "Row 3: a quote is not closed")]
    [InlineData("code,description,class,group\nA,Theft,TEW,theft\nB,Theft,TEW,nonsense\n", "Row 3: group: nonsense is not known")]
    public async Task A_faulty_file_is_refused_in_words_and_the_table_stays(string csv, string told)
    {
        await Import($"{Headings}A1,046/00,Theft from a shop,TEW,theft,old\n");

        var refused = Assert.IsType<Outcome<OffenceTable>.Refused>(await table.Import(csv, CaseworkUnderTest.Lead, casework.Now));

        Assert.Contains(told, refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal("A1", Assert.Single((await table.Current())!.Codes).Code);
    }

    [Fact]
    public async Task Only_a_lead_imports()
    {
        var refused = Assert.IsType<Outcome<OffenceTable>.Refused>(await table.Import($"{Headings}A1,,Theft,TEW,theft,\n", CaseworkUnderTest.Sergeant, casework.Now));

        Assert.Equal("record-not-for-role", refused.Refusal.Code);
    }

    [Fact]
    public async Task The_largest_table_that_is_taken_fits_into_every_store()
    {
        // As it is counted: each of these letters may be stored as six characters.
        var description = new string('é', 8);
        await Import(Headings + string.Concat(Enumerable.Range(0, OffenceTableDecider.MostCodes).Select(i => $"CODE-{i:D5},046/00,{description},TEW,theft,\n")));

        Assert.Equal(OffenceTableDecider.MostCodes, (await table.Current())!.Codes.Length);
        await Import($"{Headings}A1,,Theft,TEW,theft,\n");
    }

    [Fact]
    public async Task Another_process_knows_a_new_table_when_the_time_is_over()
    {
        using var uncached = new StreamCache(0);
        var other = new OffenceTableService(casework.Store, uncached, casework.Rulebook, casework, TimeSpan.FromMinutes(1));
        var quick = new OffenceTableService(casework.Store, uncached, casework.Rulebook, casework, TimeSpan.Zero);
        Assert.Null(await other.Current());
        Assert.Null(await quick.Current());

        await Import($"{Headings}A1,,Theft,TEW,theft,\n");

        Assert.Null(await other.Current());
        Assert.NotNull(await quick.Current());
    }

    private async Task Import(string csv) =>
        Assert.IsType<Outcome<OffenceTable>.Accepted>(await table.Import(csv, CaseworkUnderTest.Lead, casework.Now));
}
