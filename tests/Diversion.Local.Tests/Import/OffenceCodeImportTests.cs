using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;
using Diversion.Domain.Referral;
using NodaTime;

namespace Diversion.Local.Tests.Import;

/// <summary>A code of the force's table in a file of referrals.</summary>
public sealed class OffenceCodeImportTests : IDisposable
{
    private const string Columns = "custody_reference,name,born_on,offence_code,offence_date,officer_id,officer_name";

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_code_fills_in_what_the_row_leaves_out_and_nothing_that_it_gives()
    {
        await Load("EX1001,046/00,Theft from a shop,either way,theft");

        var report = await bench.ImportText(
            $"{Columns},offence,offence_class_2,offence_date_2,offence_code_2\nCR/1,Anna Smith,1990-05-01,ex 1001,2026-10-02,4412,PC Marsh,,,,\nCR/2,Ben Smith,1990-05-01,EX1001,2026-10-02,4412,PC Marsh,Took a bottle of gin,summary,2026-10-03,EX1001\n");

        Assert.Equal((2, 0), (report.Added, report.Rejected.Count));
        var known = new Offence("Theft from a shop", "theft", new LocalDate(2026, 10, 2), OffenceClass.EitherWay) { Classification = "046/00", LocalCode = "EX1001" };
        Assert.Equal(known, (await bench.Find("CR/1"))!.Referral.Offence);
        var second = (await bench.Find("CR/2"))!.Referral;
        Assert.Equal(known with { Description = "Took a bottle of gin" }, second.Offence);
        Assert.Equal((OffenceClass.SummaryOnly, "046/00"), (second.FurtherOffences[0].Offence.Class, second.FurtherOffences[0].Offence.Classification));
    }

    [Fact]
    public async Task A_newer_table_makes_no_difference_to_a_row_that_was_imported()
    {
        const string row = $"{Columns}\nCR/1,Anna Smith,1990-05-01,EX1001,2026-10-02,4412,PC Marsh\n";
        await Load("EX1001,046/00,Theft from a shop,either way,theft");
        await bench.ImportText(row);
        await Load("EX1001,046/00,Shoplifting,either way,theft");

        var again = await bench.ImportText(row);

        Assert.Equal((0, 1, 0), (again.Added, again.Present, again.Rejected.Count));
        var other = await bench.ImportText(row.Replace("EX1001", "", StringComparison.Ordinal));
        Assert.Equal(["offence", "offence_group", "offence_class"], Assert.Single(other.Rejected).Faults.Select(fault => fault.Column));
    }

    [Theory]
    [InlineData(true, "EX9 is not in the force's table of offence codes")]
    [InlineData(false, "no table of offence codes is imported")]
    public async Task A_code_that_fills_nothing_in_rejects_a_row_that_needs_it_and_no_other(bool loaded, string reason)
    {
        if (loaded)
        {
            await Load("EX1001,046/00,Theft from a shop,either way,theft");
        }

        var report = await bench.ImportText($"{ImportBench.Headings},offence_code\n{ImportBench.Row("CR/1")},EX9\n{ImportBench.Row("CR/2", "Ben Smith", group: "")},EX9\n");

        Assert.Equal("EX9", (await bench.Find("CR/1"))!.Referral.Offence.LocalCode);
        var fault = Assert.Single(Assert.Single(report.Rejected).Faults);
        Assert.Equal("offence_code", fault.Column);
        Assert.StartsWith(reason, fault.Reason, StringComparison.Ordinal);
    }

    private async Task Load(string row) => Assert.IsType<Outcome<OffenceTable>.Accepted>(await bench.OffenceTable.Import(
        $"code,classification,description,class,group\n{row}\n", new Actor("lead-1", "Lee Lead", Role.ProgrammeLead), bench.Clock.GetCurrentInstant()));
}
