namespace Diversion.Casework.Storage;

/// <param name="Properties">Values are <see cref="string"/>, <see cref="long"/> or <see cref="bool"/>. Adapters split a
/// value that is too large for their store.</param>
/// <param name="ETag">Set by the store on reading; opaque; changes with every write of the row.</param>
public sealed record TableRow(
    string Partition,
    string Row,
    IReadOnlyDictionary<string, object> Properties,
    string? ETag = null)
{
    public string Text(string property) => (string)Properties[property];

    public string? TextOrNull(string property) => Properties.TryGetValue(property, out var value) ? (string)value : null;

    public long Number(string property) => (long)Properties[property];

    public bool Flag(string property) => Properties.TryGetValue(property, out var value) && (bool)value;
}
