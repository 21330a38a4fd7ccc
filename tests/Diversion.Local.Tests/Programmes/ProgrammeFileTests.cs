using Diversion.Domain.Agreements;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;

namespace Diversion.Local.Tests.Programmes;

public sealed class ProgrammeFileTests : IDisposable
{
    private const string Sound = """
        {
          "name": "Durham Checkpoint",
          "scheme": "turning-point",
          "leads": [ { "id": "lead-1", "name": "Ana Lead", "email": "ana@durham.example" } ],
          "teamManagers": { "North": { "id": "tm-1", "name": "Tim Manager" } },
          "staff": {
            "keyWorkers": [ { "id": "kw-1", "name": "Kay Worker", "team": "North" } ],
            "facilitators": [ { "id": "rj-1", "name": "Ria Just" } ],
            "providers": [ "Green Spaces" ],
            "partners": [ { "person": { "id": "pr-1", "name": "Pat Provider" }, "organisation": "Harbour" } ]
          },
          "publicUrl": "https://diversion.durham.example",
          "sender": "diversion@durham.example"
        }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sound_file_is_read()
    {
        folder.Write(ProgrammeFile.FileName, Sound);

        var programme = ProgrammeFile.Read(folder.Path, ShippedSchemes.Load(null).Catalogue)!;

        Assert.Equal(("Durham Checkpoint", "turning-point"), (programme.Name, programme.Scheme));
        Assert.Equal(("lead-1", "ana@durham.example"), (programme.Leads[0].Id, programme.Leads[0].Email));
        Assert.Equal("Tim Manager", programme.TeamManagers["North"].Name);
        Assert.Equal(new StaffRef("kw-1", "Kay Worker", "North"), programme.Staff.KeyWorker("kw-1"));
        Assert.Equal("Ria Just", programme.Staff.Facilitator("rj-1")!.Name);
        Assert.Equal(["Green Spaces"], programme.Staff.Providers);
        Assert.Equal("Harbour", programme.Staff.Partner("pr-1")!.Organisation);
    }

    [Fact]
    public void An_id_with_an_invisible_character_is_the_id_that_people_see()
    {
        folder.Write(ProgrammeFile.FileName, Sound.Replace("kw-1", "kw\u2011\u200B1", StringComparison.Ordinal));

        Assert.NotNull(ProgrammeFile.Read(folder.Path, ShippedSchemes.Load(null).Catalogue)!.Staff.KeyWorker("kw-1"));
    }

    [Fact]
    public void The_settings_of_a_new_folder_are_valid()
    {
        var schemes = ShippedSchemes.Load(null).Catalogue;
        Assert.Null(ProgrammeFile.Read(folder.Path, schemes));
        ProgrammeFile.Write(folder.Path, ProgrammeFile.Default);

        var programme = ProgrammeFile.Read(folder.Path, schemes)!;
        Assert.Equal("checkpoint", programme.Scheme);
        Assert.Empty(programme.Staff.KeyWorkers);
    }

    [Theory]
    [InlineData("\"name\": \"Durham Checkpoint\",", "", "$.name", "Missing.")]
    [InlineData("turning-point", "turning", "$.scheme", "The schemes are: checkpoint, turning-point.")]
    [InlineData("ana@durham.example", "ana at durham", "$.leads[0].email", "Expected one email address")]
    [InlineData("\"id\": \"lead-1\", ", "", "$.leads[0].id", "Missing.")]
    [InlineData("\"id\": \"tm-1\"", "\"id\": \"a/b\"", "$.teamManagers.North.id", "none of / \\ # ?")]
    [InlineData("\"id\": \"kw-1\", ", "", "$.staff.keyWorkers[0].id", "Missing.")]
    [InlineData("\"id\": \"kw-1\", ", "\"id\": \"priya@probation.example\", ", "$.staff.keyWorkers[0].id", "An id is part of page addresses: give an account number, not a name or an email address.")]
    [InlineData("\"name\": \"Kay Worker\"", "\"name\": \"Kay Worker\", \"phone\": \"ring the desk\"", "$.staff.keyWorkers[0].phone", "Enter a telephone number, like 07700 900982")]
    [InlineData("{ \"id\": \"rj-1\", \"name\": \"Ria Just\" }", "\"Ria\"", "$.staff.facilitators[0]", "Expected an object with id, name")]
    [InlineData("[ \"Green Spaces\" ]", "\"Green Spaces\"", "$.staff.providers", "Expected a list of names")]
    [InlineData("[ \"Green Spaces\" ]", "[ \"A\", \"A\" ]", "$.staff.providers[1]", "once")]
    [InlineData("{ \"person\": { \"id\": \"pr-1\", \"name\": \"Pat Provider\" }, \"organisation\": \"Harbour\" }", "\"Pat\"", "$.staff.partners[0]", "Expected an object with person")]
    [InlineData(", \"organisation\": \"Harbour\"", "", "$.staff.partners[0].organisation", "Missing.")]
    [InlineData("\"facilitators\"", "\"mediators\"", "$.staff.mediators", "Unknown property.")]
    [InlineData("https://diversion.durham.example", "diversion.durham", "$.publicUrl", "Expected the address")]
    [InlineData("diversion@durham.example", "Diversion <d@x>", "$.sender", "Expected one email address")]
    [InlineData("\"sender\"", "\"sendr\"", "$.sendr", "Unknown property. The known ones are:")]
    [InlineData("\"leads\": [", "\"leads\": [] , \"x\": [", "$.leads", "at least one programme lead")]
    [InlineData("{\n  \"name\"", "{ oops", "$", "Not valid JSON at line 1")]
    public void A_fault_is_reported_with_its_path(string replace, string by, string path, string reason)
    {
        folder.Write(ProgrammeFile.FileName, Sound.Replace("\r\n", "\n", StringComparison.Ordinal).Replace(replace, by, StringComparison.Ordinal));

        var told = Assert.Throws<FaultyFilesException>(() => ProgrammeFile.Read(folder.Path, ShippedSchemes.Load(null).Catalogue));

        Assert.Contains(told.Faults, fault => fault.File == ProgrammeFile.FileName && fault.Path == path && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_faulty_file_keeps_the_folder_as_it_is()
    {
        folder.Write(ProgrammeFile.FileName, "[]");

        await Assert.ThrowsAsync<FaultyFilesException>(() => ProgrammeFolder.Open(folder.Path, ShippedSchemes.Load(null), null));

        Assert.Equal([ProgrammeFile.FileName], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_of_somebody_elses_files_is_not_taken()
    {
        folder.Write("letter.txt", "Dear Sir");

        var told = await Assert.ThrowsAsync<CannotGoOnException>(() => ProgrammeFolder.Open(folder.Path, ShippedSchemes.Load(null), null));

        Assert.Contains("not empty (it contains letter.txt)", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_made_once_and_only_its_owner_may_read_it()
    {
        var key = Keys.OfTokens(folder.Path);

        Assert.Equal(32, key.Length);
        Assert.Equal(key, Keys.OfTokens(folder.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File(Keys.TokenFile)));
            File.SetUnixFileMode(folder.File(Keys.TokenFile), UnixFileMode.UserRead | UnixFileMode.OtherRead);
            Assert.Contains("chmod 600", Assert.Throws<CannotGoOnException>(() => Keys.OfTokens(folder.Path)).Message, StringComparison.Ordinal);
        }
    }
}
