using System.Net;
using System.Net.Sockets;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Diversion.Local.Tests.Import;
using Microsoft.Data.Sqlite;

namespace Diversion.Local.Tests.Verbs;

/// <summary>The exit code and the message when the program cannot do what was asked.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    private string Data => home.File("data");

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData(2, "`diversion serve --help`", "serve", "--bogus")]
    [InlineData(2, "`diversion --help`", "nonsense")]
    [InlineData(2, "--data", "verify")]
    [InlineData(2, "--data", "verify", "--data", "data", "--backup", "x")]
    [InlineData(1, "No server answers", "health", "--url", "http://127.0.0.1:1")]
    [InlineData(2, "There is no file", "restore", "absent.backup", "--data", "data")]
    [InlineData(2, "There is no key file", "restore", "absent.backup", "--data", "data", "--key", "absent.key")]
    [InlineData(2, "is in the data folder", "backup", "x.backup", "--data", "data", "--new-key", "data/backup.key")]
    [InlineData(3, "There is no Diversion database", "backup", "x.backup", "--data", "data")]
    [InlineData(2, "is not an address to serve at", "serve", "--urls", "nowhere")]
    [InlineData(2, "is not an instant", "serve", "--clock", "tomorrow")]
    [InlineData(2, "There is no file", "import", "absent.csv", "--data", "data")]
    [InlineData(2, "There is no role boss", "token", "--role", "boss", "--name", "A", "--data", "data")]
    [InlineData(2, "There is no scheme x in the schemes folder. The schemes are: checkpoint, turning-point.", "serve", "--scheme", "x", "--data", "data")]
    [InlineData(2, "--clock is for the demo", "serve", "--data", "data", "--clock", "2027-01-01T09:00:00Z")]
    [InlineData(3, "cannot be opened. Check that the folder exists", "verify", "--data", "data")]
    [InlineData(3, "There is no Diversion database", "rebuild", "--data", "data")]
    [InlineData(3, "There is no programme in data", "token", "--role", "analyst", "--name", "A", "--data", "data")]
    [InlineData(4, "There is no such folder", "serve", "--schemes", "absent", "--data", "data")]
    [InlineData(5, "Demo data is served on this machine only", "serve", "--urls", "http://0.0.0.0:5999")]
    public async Task Wrong_usage_is_reported_and_no_data_are_changed(int code, string message, params string[] arguments)
    {
        var told = await RunningProgram.Run(home.Path, arguments);

        Assert.Equal(code, told.Code);
        Assert.Contains(message, told.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Every_fault_of_the_scheme_files_is_reported()
    {
        Directory.CreateDirectory(home.File("schemes"));
        foreach (var file in Directory.EnumerateFiles(ShippedSchemes.Folder))
        {
            File.Copy(file, Path.Combine(home.File("schemes"), Path.GetFileName(file)));
        }

        home.Write("schemes/checkpoint.v1.json", File.ReadAllText(home.File("schemes/checkpoint.v1.json"))
            .Replace("\"lapseDays\": 7", "\"lapseDays\": -7", StringComparison.Ordinal).Replace("\"dueWorkingDays\"", "\"dueDays\"", StringComparison.Ordinal));

        var told = await RunningProgram.Run(home.Path, "serve", "--schemes", "schemes", "--data", "data");

        Assert.Equal(ExitCodes.FaultyFiles, told.Code);
        Assert.Contains("$.offer.lapseDays", told.Error, StringComparison.Ordinal);
        Assert.Contains("$.checks.dueDays", told.Error, StringComparison.Ordinal);
        Assert.Contains("No data was changed.", told.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_folder_that_another_process_holds_is_reported()
    {
        using var held = SqliteTableStore.Open(Data);

        var told = await RunningProgram.Run(home.Path, "serve", "--data", "data");

        Assert.Equal(ExitCodes.DataUnavailable, told.Code);
        Assert.Contains("is in use by another Diversion process. Stop that process", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_reported()
    {
        Directory.CreateDirectory(Data);
        home.Write("data/diversion.db", string.Concat(Enumerable.Repeat("no database ", 2_000)));

        foreach (var arguments in new[] { new[] { "serve", "--data", "data" }, ["verify", "--data", "data"] })
        {
            var told = await RunningProgram.Run(home.Path, arguments);
            Assert.Equal(ExitCodes.DataUnavailable, told.Code);
            Assert.Contains("restore the last backup", told.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_reported_and_kept()
    {
        SqliteTableStore.Open(Data).Dispose();
        using (var database = new SqliteConnection($"Data Source={home.File("data/diversion.db")};Pooling=False"))
        {
            database.Open();
            using var newer = database.CreateCommand();
            newer.CommandText = "PRAGMA user_version = 99";
            newer.ExecuteNonQuery();
        }

        var told = await RunningProgram.Run(home.Path, "serve", "--data", "data");

        Assert.Equal(ExitCodes.DataUnavailable, told.Code);
        Assert.Contains("was written by a newer Diversion", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_of_programme_json_are_reported_and_nothing_is_created_beside_it()
    {
        Directory.CreateDirectory(Data);
        home.Write("data/programme.json", """{ "name": "X", "scheme": "chekpoint", "leads": [], "publicUrl": "here", "sender": "me" }""");

        var told = await RunningProgram.Run(home.Path, "serve", "--data", "data");

        Assert.Equal(ExitCodes.FaultyFiles, told.Code);
        Assert.Contains("$.scheme", told.Error, StringComparison.Ordinal);
        Assert.Contains("Correct these 4 errors and start again.", told.Error, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(Data));
    }

    [Fact]
    public async Task A_port_in_use_is_reported_with_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var told = await RunningProgram.Run(home.Path, "serve", "--data", "data", "--urls", url);

        Assert.Equal(ExitCodes.AddressUnavailable, told.Code);
        Assert.Contains($"Another program already uses {url}. Stop it, or serve at another address", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_has_examples_and_exit_codes()
    {
        foreach (var verb in new[] { "serve", "import", "verify", "rebuild", "token" })
        {
            var told = await RunningProgram.Run(home.Path, verb, "--help");
            Assert.Equal(ExitCodes.Ok, told.Code);
            Assert.Contains($"diversion {verb}", told.Output[told.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
            Assert.Contains("130  interrupted", told.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Import_verify_and_rebuild_work_one_after_the_other_with_exit_codes_for_scripts()
    {
        home.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row("CR/1", date: "2026-06-02")}\n{ImportBench.Row("CR/2", date: "never")}\n");
        home.Write("bad.csv", $"{ImportBench.Headings}\n{ImportBench.Row("CR/3", date: "never")}\n");

        var first = await RunningProgram.Run(home.Path, "import", "in.csv", "--data", "data");
        Assert.Equal(ExitCodes.Ok, first.Code);
        Assert.Matches(@"\b3\b.*offence_date.*never is not a date", first.Output);
        Assert.True(File.Exists(home.File("in.rejected.csv")));
        Assert.Equal(ExitCodes.Failed, (await RunningProgram.Run(home.Path, "import", "in.csv", "--data", "data", "--strict")).Code);
        Assert.Equal(ExitCodes.Failed, (await RunningProgram.Run(home.Path, "import", "bad.csv", "--data", "data")).Code);

        var verified = await RunningProgram.Run(home.Path, "verify", "--data", "data");
        Assert.Equal(ExitCodes.Ok, verified.Code);
        Assert.Contains("All is well: 1 agreement, 1 staff directory", verified.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, (await RunningProgram.Run(home.Path, "rebuild", "--data", "data")).Code);
    }
}
