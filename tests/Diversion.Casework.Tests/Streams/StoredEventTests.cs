using System.Text.Json;
using System.Text.Json.Nodes;
using Diversion.Casework.HarmTables;
using Diversion.Casework.Maintenance;
using Diversion.Casework.BoardPacks;
using Diversion.Casework.Boundaries;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.ProjectEntries;
using Diversion.Casework.Record;
using Diversion.Casework.Scrutiny;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Staff;
using Diversion.Casework.Streams;
using Diversion.Casework.Trials;
using Diversion.Casework.UnitCosts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
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

    /// <summary>Every kind of stream, with how a sample of one of its events is written and what was stored is read and written again.</summary>
    private static readonly (IReadOnlyList<EventEntry> All, Type Union, Func<EventEntry, string> Sample, Func<EventEntry, string, (object Read, string Again)> Back)[] Kinds =
        [Kind(AgreementEvents.Catalogue), Kind(StaffKind.Instance.Events), Kind(OffenceTableKind.Instance.Events), Kind(CustodyMatchKind.Instance.Events), Kind(TrialKind.Instance.Events), Kind(HarmTableKind.Instance.Events), Kind(BoardPackKind.Instance.Events), Kind(SittingKind.Instance.Events), Kind(BoundaryKind.Instance.Events), Kind(UnitCostKind.Instance.Events), Kind(ServiceKind.Instance.Events), Kind(ProjectKind.Instance.Events)];

    public static TheoryData<string> Names => [.. Kinds.SelectMany(kind => kind.All).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Stored_form_is_unchanged(string name)
    {
        var kind = Kinds.Single(kind => kind.All.Any(candidate => candidate.Name == name));
        var entry = kind.All.Single(candidate => candidate.Name == name);
        var written = Pretty(kind.Sample(entry));
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
        var kind = Kinds.Single(kind => kind.All.Any(candidate => candidate.Name == name));
        var entry = kind.All.Single(candidate => candidate.Name == name);
        var stored = File.ReadAllText(Path.Combine(Folder, $"{name}.v{entry.Version}.json"));

        var (read, again) = kind.Back(entry, stored);

        Assert.IsType(entry.Event, read);
        Assert.Equal(stored, Pretty(again));
    }

    [Fact]
    public void Every_registered_kind_is_here_and_its_names_begin_no_other_kinds_partition()
    {
        Assert.Equal(RegisteredStreams.Kinds.All.Count, Kinds.Length);
        Assert.Equal(RegisteredStreams.Kinds.All.Count, RegisteredStreams.Kinds.All.Select(kind => kind.Name).Distinct().Count());
        Assert.All(RegisteredStreams.Kinds.All, kind => Assert.Matches("^[a-z]+$", kind.Name));
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
        Assert.All(Kinds, kind => Assert.Equal(
            kind.Union.Assembly.GetTypes().Where(type => type.IsAssignableTo(kind.Union) && !type.IsAbstract).ToHashSet(),
            kind.All.Select(entry => entry.Event).ToHashSet()));
        Assert.Equal(Names.Count, Kinds.SelectMany(kind => kind.All).Select(entry => entry.Name).Distinct().Count());
    }

    [Fact]
    public void No_stored_form_is_left_of_an_event_that_is_gone()
    {
        var known = Kinds.SelectMany(kind => kind.All).SelectMany(entry => Enumerable.Range(1, entry.Version).Select(version => $"{entry.Name}.v{version}.json")).ToHashSet();

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

    [Theory]
    [InlineData("true", AdmissionAnswer.Full)]
    [InlineData("false", AdmissionAnswer.None)]
    [InlineData(null, null)]
    public void An_admission_of_yes_or_no_is_read_as_full_or_none(string? stored, AdmissionAnswer? expected)
    {
        var admission = stored is null ? "" : $"\"admission\":{stored},";

        var read = AgreementEvents.Catalogue.Read("referral.facts-recorded", 1, $"{{\"facts\":{{{admission}\"sufficientEvidence\":true}}}}");

        var facts = Assert.IsType<ReferralEvent.FactsRecorded>(read).Facts;
        Assert.Equal((expected, true), (facts.Admission, facts.SufficientEvidence));
    }

    /// <summary>What a case with one victim stored is read as victim 1; that there is none, as before.</summary>
    [Theory]
    [InlineData("victim.recorded", """{"hasVictim":true,"enhanced":true,"name":"Val"}""", """{"victim":1,"details":{"kind":"person","enhanced":true,"name":"Val"}}""")]
    [InlineData("victim.recorded", """{"hasVictim":false,"enhanced":false}""", "{}")]
    [InlineData("victim.views-recorded", """{"views":"Sorry"}""", """{"victim":1,"views":"Sorry"}""")]
    [InlineData("victim.referred-to-support", """{"on":"2026-03-05"}""", """{"victim":1,"on":"2026-03-05"}""")]
    [InlineData("victim.told", """{"news":"ending","on":"2026-03-05"}""", """{"victim":1,"news":"ending","on":"2026-03-05"}""")]
    public void The_only_victim_of_an_old_case_is_the_first(string name, string stored, string now) =>
        Assert.Equal(now, AgreementEvents.Catalogue.Write(AgreementEvents.Catalogue.Read(name, 1, stored)));

    [Theory]
    [InlineData("""{"kind":"restorative-justice","facilitator":{"id":"f-1","name":"Fay"}}""", 1)]
    [InlineData("""{"kind":"restorative-justice","facilitator":{"id":"f-1","name":"Fay"},"victim":2}""", 2)]
    public void Restorative_justice_of_an_old_offer_is_with_the_only_victim(string terms, int victim)
    {
        var stored = $$"""{"conditions":[{"kind":"no-reoffending"},{{terms}}],"scheme":{"name":"checkpoint","version":1},"at":"2026-03-05T17:00:00Z","lapsesAt":"2026-03-12T17:00:00Z"}""";

        var read = Assert.IsType<Domain.Offer.OfferEvent.OfferMade>(AgreementEvents.Catalogue.Read("offer.made", 1, stored));

        Assert.Equal(victim, Assert.IsType<Domain.Conditions.ConditionTerms.RestorativeJustice>(read.Conditions[1]).Victim);
    }

    /// <summary>The files of version 1 are what earlier programs wrote.</summary>
    [Theory]
    [InlineData("victim.recorded")]
    [InlineData("victim.views-recorded")]
    [InlineData("victim.referred-to-support")]
    [InlineData("victim.to-be-told")]
    [InlineData("victim.told")]
    [InlineData("restorative-justice.began")]
    public void What_the_version_before_stored_of_a_victim_is_read(string name)
    {
        var read = AgreementEvents.Catalogue.Read(name, 1, File.ReadAllText(Path.Combine(Folder, $"{name}.v1.json")));

        Assert.Equal(1, read is Domain.Victim.VictimEvent own ? own.Number : ((Domain.Conditions.RestorativeJustice.RestorativeJusticeEvent.RestorativeJusticeBegan)read).Victim);
    }

    private static (IReadOnlyList<EventEntry>, Type, Func<EventEntry, string>, Func<EventEntry, string, (object, string)>) Kind<TEvent>(EventCatalogue<TEvent> events)
        where TEvent : class => (
            events.All,
            typeof(TEvent),
            entry => events.Write(SampleEvents.Of<TEvent>(entry)),
            (entry, stored) => events.Read(entry.Name, entry.Version, stored) is var read ? (read, events.Write(read)) : throw new InvalidOperationException());

    private static string Pretty(string json) =>
        JsonSerializer.Serialize(JsonNode.Parse(json), Indented) + "\n";

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "Stored");
}
