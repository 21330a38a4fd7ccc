using Diversion.Casework.Csv;
using System.Text;
using Diversion.Local.Faults;
using Diversion.Local.Import;

namespace Diversion.Local.Tests.Import;

/// <summary>Faulty data from custody systems and spreadsheets, and what a person is told about it.</summary>
public sealed class DirtTests : IDisposable
{
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("offence_date", "31/02/2026", "31/02/2026 is not a date; write it as 2026-08-31 or 31/08/2026")]
    [InlineData("offence_date", "10/31/2026", "10/31/2026 has the month first; write 2026-10-31 or 31/10/2026")]
    [InlineData("offence_date", "2026-11-24", "2026-11-24 is in the future")]
    [InlineData("offence_date", "soon", "soon is not a date; write it as 2026-08-31 or 31/08/2026")]
    [InlineData("offence_date", "", "missing")]
    [InlineData("born_on", "2027-01-01", "2027-01-01 is not between 1900 and today")]
    [InlineData("born_on", "1899-12-31", "1899-12-31 is not between 1900 and today")]
    [InlineData("name", " ", "missing")]
    [InlineData("custody_reference", "", "missing")]
    [InlineData("offence_class", "hybrid", "hybrid is not known; it is one of: summary only, either way, indictable only")]
    [InlineData("officer_id", "a/b", "an id has at most 64 characters, none of / \\ # ? @ and no space")]
    [InlineData("officer_id", "o.fficer@force.example", "an id has at most 64 characters, none of / \\ # ? @ and no space")]
    public async Task A_bad_cell_is_reported_with_line_and_column(string column, string value, string reason)
    {
        var cells = ImportBench.Row().Split(',');
        cells[ImportBench.Headings.Split(',').ToList().IndexOf(column)] = value;

        var report = await bench.Import(ImportBench.Row("CR/9"), string.Join(',', cells));

        Assert.Equal(new RowFault(3, column, reason), Assert.Single(Assert.Single(report.Rejected).Faults));
        Assert.Equal(1, report.Added);
    }

    [Fact]
    public async Task A_row_reports_all_its_faults()
    {
        var report = await bench.Import(ImportBench.Row(name: "", born: "x", kind: "", officer: ""));

        Assert.Equal(["name", "born_on", "offence_class", "officer_id"], Assert.Single(report.Rejected).Faults.Select(fault => fault.Column));
    }

    [Fact]
    public async Task Quotes_commas_and_line_breaks_in_cells_are_read_and_lines_still_counted()
    {
        var report = await bench.Import(
            ImportBench.Row("CR/1", offence: "\"Theft of a \"\"speaker\"\",\r\nvalue £45\""), ImportBench.Row("CR/2", date: "never"), ImportBench.Row("CR/3"));

        Assert.Equal("Theft of a \"speaker\", value £45", (await bench.Find("CR/1"))!.Referral.Offence.Description);
        Assert.Equal(4, Assert.Single(report.Rejected).Line);
        Assert.Equal(2, report.Added);
    }

    [Theory]
    [InlineData("CR/1,Anna \"Annie\" Smith,1990-05-01,Theft,theft,2026-10-02,either way,4412,PC Marsh,Durham", "a quote is not closed")]
    [InlineData("CR/1,Anna Smith,1990-05-01,Theft, and more,theft,2026-10-02,either way,4412,PC Marsh,Durham", "11 cells under 10 headings")]
    [InlineData("CR/1,Anna Smith", "2 cells under 10 headings")]
    [InlineData("\"CR/1,Anna Smith,1990-05-01", "a quote is not closed")]
    public async Task A_row_that_does_not_fit_the_headings_is_rejected_whole(string row, string reason)
    {
        var report = await bench.Import(row);

        Assert.Contains(reason, Assert.Single(Assert.Single(report.Rejected).Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headings_are_known_by_other_names_and_unknown_columns_left_out()
    {
        var report = await bench.ImportText(
            "Custody No,Full Name,DOB,Offence,Offence Category,Date of Offence,Class,Collar Number,Officer,Favourite colour\n" +
            "CR/1,Łukasz 李,01/05/1990,Theft,Serious Violence,02/10/2026,Indictable,4412,PC Marsh,blue\n");

        Assert.Equal(1, report.Added);
        Assert.Equal("serious-violence", (await bench.Find("CR/1"))!.Referral.Offence.Group);
    }

    [Fact]
    public async Task Direction_overrides_and_control_characters_are_rejected()
    {
        var report = await bench.Import(ImportBench.Row("CR/1", name: "Anna\u202Ehtims"), ImportBench.Row("CR/2", name: "Anna\u0007"));

        Assert.Equal(2, report.Rejected.Count);
    }

    [Fact]
    public async Task A_byte_order_mark_and_empty_lines_do_no_harm()
    {
        var report = await bench.ImportBytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{ImportBench.Headings}\r\n\r\n{ImportBench.Row()}\r\n,,,,,,,,,\r\n")]);

        Assert.Equal((1, 1), (report.Added, report.Rows));
    }

    [Fact]
    public async Task Another_encoding_is_refused_with_advice_and_nothing_is_imported()
    {
        var text = $"{ImportBench.Headings}\n{ImportBench.Row("CR/1")}\n{ImportBench.Row("CR/2", name: "Zoë")}\n";

        var windows = await Assert.ThrowsAsync<CannotGoOnException>(() => bench.ImportBytes(Encoding.Latin1.GetBytes(text)));
        var wide = await Assert.ThrowsAsync<CannotGoOnException>(() => bench.ImportBytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]));

        Assert.Contains("is not UTF-8 (line 3); it is probably Windows-1252. Import it with --encoding windows-1252", windows.Message, StringComparison.Ordinal);
        Assert.Contains("is UTF-16, not UTF-8. Import it with --encoding utf-16.", wide.Message, StringComparison.Ordinal);
        Assert.Null(await bench.Find("CR/1"));
    }

    [Fact]
    public async Task A_character_cut_by_the_reading_buffer_is_whole_again()
    {
        for (var pad = 0; pad < 4; pad++)
        {
            var rows = string.Concat(Enumerable.Range(0, 800).Select(n => ImportBench.Row($"CR/{pad}/{n}", name: "李ëZ€", born: $"{1950 + (n % 50)}-{1 + (n / 50 % 12):00}-{1 + pad:00}") + "\n"));
            Assert.Empty((await bench.ImportText($"{ImportBench.Headings}{new string(' ', pad)}\n{rows}")).Rejected);
        }
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("custody_reference;name;born_on\n1;2;3\n", "These columns are missing in the first line: offence, offence_group")]
    [InlineData("\"custody_reference,name\n1,2\n", "has a quote that is not closed")]
    [InlineData("custody_reference,name\n1,2\n", "These columns are missing in the first line: born_on, offence, offence_group")]
    [InlineData(ImportBench.Headings + ",DOB\n", "The column born_on appears twice")]
    public async Task A_file_that_cannot_be_read_as_a_whole_says_why(string text, string reason)
    {
        var told = await Assert.ThrowsAsync<CannotGoOnException>(() => bench.ImportText(text));

        Assert.Contains(reason, told.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, told.ExitCode);
    }

    [Fact]
    public async Task Rejected_rows_are_written_unchanged_and_can_be_imported_once_corrected()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row("CR/1", name: "\"Smith, \"\"Zoë\"\"\"", date: "never")}\n");
        var rejected = RejectedFile.PathFor(path);
        for (var round = 0; round < 2; round++)
        {
            var file = ReferralFile.Open(round == 0 ? path : rejected);
            var report = await new ReferralImport(bench.Casework, bench.Clock).Run(file);
            await RejectedFile.Write(rejected + round, file.Headings, report.Rejected);

            File.Copy(rejected + round, rejected, overwrite: true);
        }

        Assert.EndsWith("in.rejected.csv", rejected, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(rejected + 0), File.ReadAllText(rejected + 1));
        Assert.Contains("offence_date: never is not a date", File.ReadAllText(rejected), StringComparison.Ordinal);
        File.WriteAllText(rejected, File.ReadAllText(rejected).Replace(",never,", ",2026-10-02,", StringComparison.Ordinal));
        var corrected = ReferralFile.Open(rejected);
        Assert.Equal(1, (await new ReferralImport(bench.Casework, bench.Clock).Run(corrected)).Added);
        Assert.Equal("Smith, \"Zoë\"", (await bench.Find("CR/1"))!.Referral.Person.Name);
    }

    [Fact]
    public void Every_column_and_each_of_its_names_is_documented()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "import.md"));

        // The columns of the third to the fifth offence are those of the second.
        string[] repeated = [.. from number in Enumerable.Range(3, ReferralColumns.MostOffences - 2) from name in ReferralColumns.OfFurther select ReferralColumns.Further(name, number)];
        foreach (var column in ReferralColumns.Columns.All.Where(column => !repeated.Contains(column.Name)))
        {
            var names = column.Aliases.Count == 0 ? $"| `{column.Name}`" : $"| `{column.Name}` ({string.Join(", ", column.Aliases)})";
            Assert.Contains(names, document, StringComparison.Ordinal);
        }
    }
}
