using System.Text.Json.Nodes;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Staff;
using Diversion.Local.Programmes;
using Microsoft.Data.Sqlite;

namespace Diversion.Local.Tests.Programmes;

public sealed class ProgrammeFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_folder_begins_the_staff_directory_with_programme_json_and_once()
    {
        await using (var opened = await Open())
        {
            Assert.True(opened.ListsCount);
            Assert.Equal("lead", Assert.Single((await Directory(opened)).People).Id);
        }

        await using var again = await Open();
        Assert.True(again.ListsCount);
        Assert.Equal(1, (await Directory(again)).Version);
        Assert.Null((await Verification.Run(again.Store)).Fault);
    }

    [Fact]
    public async Task A_folder_of_the_last_version_gets_the_table_and_the_directory()
    {
        await using (await Open())
        {
        }

        // As the last version left it: no table of other streams, and a lower number.
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "diversion.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE streams; DROP TABLE evaluation; PRAGMA user_version = 4;";
            await command.ExecuteNonQueryAsync();
        }

        await using var opened = await Open();

        Assert.Equal("lead", Assert.Single((await Directory(opened)).People).Id);
        Assert.Null((await Verification.Run(opened.Store)).Fault);
    }

    [Fact]
    public async Task A_list_that_is_edited_afterwards_does_not_count_and_is_told()
    {
        await using (await Open())
        {
        }

        var file = ProgrammeFile.PathIn(folder.Path);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        json["leads"]![0]!["name"] = "Somebody else";
        json["name"] = "Renamed programme";
        await File.WriteAllTextAsync(file, json.ToJsonString());
        await using var opened = await Open();

        Assert.False(opened.ListsCount);
        Assert.Equal(("Renamed programme", "Programme lead"), (opened.Rulebook.Programme.Name, opened.Rulebook.Programme.Leads[0].Name));
    }

    private Task<ProgrammeFolder> Open() => ProgrammeFolder.Open(folder.Path, ShippedSchemes.Load(null), null);

    private static async Task<StaffState> Directory(ProgrammeFolder opened) =>
        (await new StreamReader<StaffState, StaffEvent>(opened.Store, StaffKind.Instance).Load(StaffId.Programme.Value))!.State;
}
