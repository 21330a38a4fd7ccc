using System.Text.Json;
using System.Text.Json.Nodes;
using Diversion.Casework.Agreements;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Tests.Streams;

/// <summary>
/// Stored events are contracts: what is written today must be readable in years. A difference here means that stored data
/// change; give the event a new version and an upcast instead. SNAPSHOTS=write writes the files of new events.
/// </summary>
public sealed class StoredEventTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Streams", "Stored");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static TheoryData<string> Names => [.. AgreementEvents.Catalogue.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Stored_form_is_unchanged(string name)
    {
        var entry = AgreementEvents.Catalogue.All.Single(candidate => candidate.Name == name);
        var written = Pretty(AgreementEvents.Catalogue.Write(SampleEvents.Of(entry)));
        var file = $"{name}.v{entry.Version}.json";
        if (Environment.GetEnvironmentVariable("SNAPSHOTS") == "write")
        {
            Directory.CreateDirectory(Source());
            File.WriteAllText(Path.Combine(Source(), file), written);
            return;
        }

        Assert.True(File.Exists(Path.Combine(Folder, file)), $"No stored form of {name}. Run the tests once with SNAPSHOTS=write and commit the file.");
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, file)), written);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_stored_is_read_back(string name)
    {
        var entry = AgreementEvents.Catalogue.All.Single(candidate => candidate.Name == name);
        var stored = File.ReadAllText(Path.Combine(Folder, $"{name}.v{entry.Version}.json"));

        var read = AgreementEvents.Catalogue.Read(name, entry.Version, stored);

        Assert.IsType(entry.Event, read);
        Assert.Equal(stored, Pretty(AgreementEvents.Catalogue.Write(read)));
    }

    [Fact]
    public void Who_is_told_at_each_instant_of_a_ladder_is_kept()
    {
        var due = Instant.FromUtc(2026, 3, 5, 17, 0);
        var written = AgreementEvents.Catalogue.Write(new TermEvent.CaseOutcomeDue(new Deadline("case.outcome", due, [due]) { To = [Addressee.Sergeant] }));

        Assert.Contains("\"to\":[\"sergeant\"]", written, StringComparison.Ordinal);
        var read = Assert.IsType<TermEvent.CaseOutcomeDue>(AgreementEvents.Catalogue.Read("agreement.case-outcome-due", 1, written));
        Assert.Equal(Addressee.Sergeant, Assert.Single(read.Record.To!.Value));
    }

    [Fact]
    public void Every_event_type_is_in_the_catalogue_under_its_own_name()
    {
        var types = typeof(AgreementEvent).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(AgreementEvent)) && !type.IsAbstract)
            .ToHashSet();

        Assert.Equal(types, AgreementEvents.Catalogue.All.Select(entry => entry.Event).ToHashSet());
        Assert.Equal(AgreementEvents.Catalogue.All.Count, AgreementEvents.Catalogue.All.Select(entry => entry.Name).Distinct().Count());
    }

    [Fact]
    public void No_stored_form_is_left_of_an_event_that_is_gone()
    {
        var known = AgreementEvents.Catalogue.All.SelectMany(entry => Enumerable.Range(1, entry.Version).Select(version => $"{entry.Name}.v{version}.json")).ToHashSet();

        Assert.All(Directory.GetFiles(Folder), file => Assert.Contains(Path.GetFileName(file), known));
    }

    [Fact]
    public void An_event_of_a_later_version_is_refused_with_what_to_do()
    {
        var fault = Assert.Throws<StreamBrokenException>(() => AgreementEvents.Catalogue.Read("referral.referred", 99, "{}"));

        Assert.Contains("later one", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_version_is_brought_up_step_by_step()
    {
        var steps = new Dictionary<(string, int), Func<JsonObject, JsonObject>>
        {
            [("x", 1)] = json => { json["b"] = json["a"]!.GetValue<int>() + 1; return json; },
            [("x", 2)] = json => { json.Remove("a"); return json; },
        };

        Assert.Equal("{\"b\":2}", Upcasts.Apply(steps, "x", 1, 3, "{\"a\":1}"));
        Assert.Throws<StreamBrokenException>(() => Upcasts.Apply(steps, "x", 1, 4, "{\"a\":1}"));
    }

    private static string Pretty(string json) =>
        JsonSerializer.Serialize(JsonNode.Parse(json), Indented) + "\n";

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "Stored");
}
