using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Streams;

/// <summary>The stored name and version of an event type.</summary>
public sealed record EventEntry(Type Event, string Name, int Version)
{
    internal JsonTypeInfo Json { get; } = StoredJson.Options.GetTypeInfo(Event);

    public static EventEntry Of<TEvent>(string name, int version = 1) where TEvent : class => new(typeof(TEvent), name, version);
}

/// <summary>
/// Names under which the events of one kind of stream are stored. A name is a contract: it stays when a type is renamed. A
/// changed shape gets a new version and an upcast from the old one in <see cref="Upcasts"/>.
/// </summary>
public sealed class EventCatalogue<TEvent>(params IReadOnlyList<EventEntry> all) where TEvent : class
{
    private readonly FrozenDictionary<Type, EventEntry> byType = all.ToFrozenDictionary(entry => entry.Event);
    private readonly FrozenDictionary<string, EventEntry> byName = all.ToFrozenDictionary(entry => entry.Name);

    public IReadOnlyList<EventEntry> All => all;

    public EventEntry Of(TEvent happened) => byType[happened.GetType()];

    public string Write(TEvent happened) => JsonSerializer.Serialize(happened, Of(happened).Json);

    /// <summary>Only the event of a row, without who and why: read from the store's own bytes if it keeps them.</summary>
    /// <exception cref="StreamBrokenException">As for the data alone.</exception>
    public TEvent Read(TableRow row)
    {
        var (name, version) = (row.Text("name"), ErasedRows.VersionOf(row));
        if (!byName.TryGetValue(name, out var entry) || version != entry.Version)
        {
            return Read(name, version, row.Text("data"));
        }

        try
        {
            return (TEvent)row.Read("data", entry.Json)!;
        }
        catch (JsonException broken)
        {
            throw new StreamBrokenException($"A stored event {name} v{version} cannot be read: {broken.Message}", broken);
        }
    }

    /// <exception cref="StreamBrokenException">This program does not know the name, or the data does not fit it.</exception>
    public TEvent Read(string name, int version, string data)
    {
        if (!byName.TryGetValue(name, out var entry) || version > entry.Version)
        {
            throw new StreamBrokenException(
                $"This program does not know the stored event {name} v{version}. Run the version of Diversion that wrote it, or a later one.");
        }

        try
        {
            var current = version == entry.Version ? data : Upcasts.Apply(name, version, entry.Version, data);
            return (TEvent)JsonSerializer.Deserialize(current, entry.Json)!;
        }
        catch (JsonException broken)
        {
            throw new StreamBrokenException($"A stored event {name} v{version} cannot be read: {broken.Message}", broken);
        }
    }
}
