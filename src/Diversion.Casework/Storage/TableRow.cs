using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Diversion.Casework.Storage;

/// <param name="Properties">Values are <see cref="string"/>, <see cref="long"/> or <see cref="bool"/>. Adapters split a
/// value that is too large for their store. What is written may also be <see cref="Utf8Json"/>, which is read as text.</param>
/// <param name="ETag">Set by the store on reading; opaque; changes with every write of the row.</param>
public sealed record TableRow(
    string Partition,
    string Row,
    IReadOnlyDictionary<string, object> Properties,
    string? ETag = null)
{
    /// <summary>Reads JSON that is the value of a property, from the store's own bytes if it keeps them.</summary>
    public object? Read(string property, JsonTypeInfo json) =>
        JsonSerializer.Deserialize(Json(property), json);

    /// <summary>JSON that is the value of a property, as UTF-8: the store's own bytes if it keeps them.</summary>
    public ReadOnlySpan<byte> Json(string property) =>
        Properties is PropertyDictionary bytes && bytes.TryGetJson(property, out var utf8) ? utf8 : Encoding.UTF8.GetBytes(Text(property));

    public string Text(string property) => (string)Properties[property];

    public string? TextOrNull(string property) => Properties.TryGetValue(property, out var value) ? (string)value : null;

    public long Number(string property) => (long)Properties[property];

    public long? NumberOrNull(string property) => Properties.TryGetValue(property, out var value) ? (long)value : null;

    public bool Flag(string property) => Properties.TryGetValue(property, out var value) && (bool)value;
}
