using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;

namespace Diversion.Casework.Tests.Schemes;

/// <summary>A temporary folder of scheme files, at first a checkpoint and the bank holidays, deleted after the test.</summary>
internal sealed class SchemeFolder : IDisposable
{
    public SchemeFolder()
    {
        Copy(ShippedSchemes.CheckpointFile);
        Copy(SchemeFiles.BankHolidays);
    }

    public string Location { get; } = Directory.CreateTempSubdirectory("schemes-").FullName;

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Location, file), text);

    public void Delete(string file) => File.Delete(Path.Combine(Location, file));

    /// <summary>Writes the shipped file with the change, under its own or another name.</summary>
    public void Change(string file, Action<JsonObject> change, string? writtenAs = null)
    {
        var json = ShippedSchemes.Json(file);
        change(json);
        Write(writtenAs ?? file, json.ToJsonString());
    }

    public ImmutableArray<SchemeFault> Faults() => Assert.IsType<SchemeLoad.Faulty>(SchemeFiles.Load(Location)).Faults;

    public SchemeFault TheFault() => Assert.Single(Faults());

    public void Dispose() => Directory.Delete(Location, recursive: true);

    private void Copy(string file) => File.Copy(Path.Combine(ShippedSchemes.Folder, file), Path.Combine(Location, file));
}
