using System.IO.Compression;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Analysis;
using Diversion.Casework.Answers;
using Diversion.Casework.Extracts;
using Diversion.Casework.Record;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Evaluation.Rows;
using NodaTime;
using Parquet;
using Parquet.Schema;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Extracts;

public sealed class ExtractTests : IDisposable
{
    private static readonly Actor Analyst = new("a1", "Ann", Role.Analyst);
    private static readonly Pseudonyms Names = new("a secret of the tests, long enough"u8.ToArray());
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Both_tables_have_the_same_pseudonyms_and_the_dictionary_every_column()
    {
        await casework.Signed();
        await casework.Signed(AgreementIds.FromCustodyReference("F/2"));

        var files = await Files(new(ExtractFormat.Csv, null));

        Assert.Equal(["about.txt", "counts-to-publish.csv", "dictionary.csv", "events.csv", "people.csv", "victims-to-publish.csv", "victims.csv"], files.Keys.Order());
        var people = Table(files["people.csv"]);
        var events = Table(files["events.csv"]);
        Assert.Equal(3, people.Count);
        Assert.Equal(Names.Of(Id.Value), Assert.Single(people.Skip(1), row => row[0] == Names.Of(Id.Value))[0]);
        Assert.Equal(people.Skip(1).Select(row => row[0]).Order(), events.Skip(1).Select(row => row[0]).Distinct().Order());
        Assert.Equal(8, events.Count(row => row[1] == "condition"));
        var dictionary = Table(files["dictionary.csv"]).Skip(1).ToLookup(row => row[0], row => row[1]);
        Assert.Equal(people[0], dictionary["people"]);
        Assert.Equal(events[0], dictionary["events"]);
        Assert.Equal(Table(files["victims.csv"])[0], dictionary["victims"]);
        Assert.Contains("those of the register", files["about.txt"], StringComparison.Ordinal);
        foreach (var secret in (string[])["Pat", "1995", "DV-", "CUS", "w1", "Wyn"])
        {
            Assert.All(files.Values, file => Assert.DoesNotContain(secret, file, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_referral_to_a_provider_is_an_event_with_the_providers_pseudonym()
    {
        await casework.Signed();
        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));
        await casework.Done(Worker, new PathwayCommand.AcceptPathwayReferral("pathway"));
        var provider = Assert.IsType<PathwayCondition>((await casework.Service.Find(Id))!.ConditionOrNull("pathway")).Provider;

        var files = await Files(new(ExtractFormat.Csv, null));

        var events = Table(files["events.csv"]);
        var referral = events[0].Zip(Assert.Single(events, row => row[1] == "referral")).Where(cell => cell.Second.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["pseudonym"] = Names.Of(Id.Value), ["event"] = "referral", ["on"] = "2026-03-03", ["worker"] = Names.OfWorker(provider), ["code"] = "accommodation", ["accepted_on"] = "2026-03-03", ["accepted_in_time"] = "yes",
            },
            referral);
        Assert.All(files.Values, file => Assert.DoesNotContain(provider, file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_victim_is_a_row_with_each_answer_and_what_may_be_published_is_suppressed()
    {
        foreach (var number in Enumerable.Range(0, 30))
        {
            string[] victims = [number < 20 ? "toud" : "tour4s540", .. number < 6 ? (string[])["l"] : [], .. number == 0 ? (string[])["-or2s055"] : []];
            var row = EvaluationRows.Stored(Nobody with { Agreement = $"DV-0000{number / 10}-0000{number % 10}", Victims = victims });
            await casework.Store.Commit(new TableTransaction(Tables.Evaluation, row.Partition, [new RowChange.Upsert(row.Row, row.Properties)]), []);
        }

        var files = await Files(new(ExtractFormat.Csv, null));

        Assert.Equal(
            ["1 |answered||5|5|yes|no|2", "10 yes|answered|5|4||yes|yes|4", "20 yes|declined||||yes|yes|", "6 no|||||no||"],
            Table(files["victims.csv"]).Skip(1).CountBy(row => string.Join('|', row.Skip(1))).Select(row => $"{row.Value} {row.Key}").Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "Told in time|30|5", "Satisfied with how they were kept informed|suppressed|suppressed", "Satisfied with how they were treated|suppressed|suppressed", "Satisfied with what came of the case|suppressed|suppressed",
                "Restorative justice offered|30|5", "Restorative justice taken up|suppressed|suppressed", "Satisfied with restorative justice|suppressed|suppressed",
            ],
            Table(files["victims-to-publish.csv"]).Skip(1).Select(row => string.Join('|', row.Take(3))));
    }

    [Fact]
    public async Task Parquet_reads_back_what_the_csv_says()
    {
        await casework.Signed();
        var csv = Table((await Files(new(ExtractFormat.Csv, "2026 q1")))["people.csv"]);
        using var zip = new ZipArchive(await Zip(new(ExtractFormat.Parquet, "2026 q1")));
        using var file = new MemoryStream();
        await using (var entry = zip.GetEntry("people.parquet")!.Open())
        {
            await entry.CopyToAsync(file);
        }

        file.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(file);
        using var group = reader.OpenRowGroupReader(0);
        var fields = reader.Schema.GetDataFields();
        Assert.Equal(csv[0], fields.Select(field => field.Name));
        for (var column = 0; column < fields.Length; column++)
        {
            Assert.Equal(csv[1][column], await Cell(group, fields[column]));
        }
    }

    [Fact]
    public async Task A_release_has_pseudonyms_of_its_own()
    {
        await casework.Signed();
        var usual = Table((await Files(new(ExtractFormat.Csv, null)))["people.csv"])[1][0];
        var release = Table((await Files(new(ExtractFormat.Csv, "one")))["people.csv"])[1][0];
        Assert.NotEqual(usual, release);
        Assert.Equal(release, Table((await Files(new(ExtractFormat.Csv, "one")))["events.csv"])[1][0]);
    }

    [Fact]
    public async Task It_takes_an_analyst_and_a_reason_and_is_logged_first()
    {
        await casework.Signed();
        var (query, log) = (Query(), new AccessLog(casework.Store));
        Assert.Equal(CaseworkRefusal.RecordNotForRole, Refused(await query.Of(new(Lead, casework.Now, "For the quarterly evaluation"), new(ExtractFormat.Csv, null))));
        Assert.Equal(CaseworkRefusal.AccessReasonMissing, Refused(await query.Of(new(Analyst, casework.Now, null), new(ExtractFormat.Csv, null))));
        Assert.Empty(await log.Downloads(10));

        Assert.IsType<Reply<Func<Stream, CancellationToken, ValueTask>>.Given>(await query.Of(new(Analyst, casework.Now, "For the quarterly evaluation"), new(ExtractFormat.Csv, "x")));
        Assert.Equal(("a1", "For the quarterly evaluation"), (Assert.Single(await log.Downloads(10)).ActorId, (await log.Downloads(10))[0].Reason));

        static string Refused(Reply<Func<Stream, CancellationToken, ValueTask>> reply) => Assert.IsType<Reply<Func<Stream, CancellationToken, ValueTask>>.Refused>(reply).Refusal.Code;
    }

    [Fact]
    public async Task A_cell_is_quoted_and_no_formula_comes_into_a_spreadsheet()
    {
        var rows = new[] { "plain", "with, comma", "with \"quotes\"", "two\nlines", "=HYPERLINK(1)", "-1", "" };
        var table = new ExtractTable<string>("t", "one row a text", new TextColumn<string>("text", "The text", text => text));
        using var written = new MemoryStream();
        await table.WriteCsv(rows, written, default);
        Assert.Equal("text\r\nplain\r\n\"with, comma\"\r\n\"with \"\"quotes\"\"\"\r\n\"two\nlines\"\r\n\"'=HYPERLINK(1)\"\r\n\"'-1\"\r\n\r\n", Encoding.UTF8.GetString(written.ToArray()));
    }

    [Fact]
    public async Task Nobody_is_an_extract_with_headings_alone()
    {
        var files = await Files(new(ExtractFormat.Csv, null));
        Assert.Single(Table(files["people.csv"]));
        Assert.Single(Table(files["counts-to-publish.csv"]));
        using var zip = new ZipArchive(await Zip(new(ExtractFormat.Parquet, null)));
        Assert.NotNull(zip.GetEntry("events.parquet"));
    }

    private static EvaluationRow Nobody { get; } = new("", default, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private ExtractQuery Query() => new(new PeopleScan(casework.Store, Names), Names, new AccessLog(casework.Store));

    private async Task<MemoryStream> Zip(ExtractRequest wanted)
    {
        var written = new MemoryStream();
        await Query().Write(wanted, casework.Now, written, default);
        written.Position = 0;
        return written;
    }

    private async Task<Dictionary<string, string>> Files(ExtractRequest wanted)
    {
        using var zip = new ZipArchive(await Zip(wanted));
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            files[entry.FullName] = await reader.ReadToEndAsync();
        }

        return files;
    }

    /// <summary>Of texts without a comma in quotes: enough for what these tests write.</summary>
    private static List<string[]> Table(string csv) =>
        [.. Csv.CsvRecords.Of(csv, static _ => true, static _ => { }).Select(record => record.Cells!).Where(cells => cells is not [""])];

    private static async Task<string> Cell(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType != typeof(double) && field.ClrType != typeof(DateTime))
        {
            var texts = new string[1];
            await group.ReadAsync(field, texts);
            return texts[0] ?? "";
        }

        if (field.ClrType == typeof(double))
        {
            var numbers = new double?[1];
            await group.ReadAsync<double>(field, numbers.AsMemory());
            return numbers[0]?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        }

        var days = new DateTime?[1];
        await group.ReadAsync<DateTime>(field, days.AsMemory());
        return days[0]?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
