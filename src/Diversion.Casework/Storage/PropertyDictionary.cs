using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Diversion.Casework.Storage;

/// <summary>
/// The properties of a row that a store keeps as <see cref="PropertyText"/>. A value is decoded when it is asked for: of
/// most rows a rebuild needs to know only whether they are the same, and JSON within a row is read from its bytes.
/// </summary>
public sealed class PropertyDictionary(byte[] json) : IReadOnlyDictionary<string, object>
{
    // A small array: a hash table per row cost more than reading the row did.
    private readonly PropertyText.Place[] places = PropertyText.Places(json);

    public int Count => places.Length;

    public IEnumerable<string> Keys => this.Select(property => property.Key);

    public IEnumerable<object> Values => this.Select(property => property.Value);

    public object this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The row has no property {key}.");

    public bool ContainsKey(string key) => Find(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        var at = Find(key);
        value = at < 0 ? null : places[at].Value(json);
        return at >= 0;
    }

    /// <summary>The bytes of a value that is a JSON object or array.</summary>
    public bool TryGetJson(string key, out ReadOnlySpan<byte> value)
    {
        var at = Find(key);
        value = at < 0 ? default : places[at].Raw(json);
        return at >= 0 && value[0] is (byte)'{' or (byte)'[';
    }

    /// <summary>Name and value of a property as they are stored: the same property has the same bytes in every row.</summary>
    public ReadOnlySpan<byte> Stored(int index) => places[index].Whole(json);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        foreach (var place in places)
        {
            yield return new KeyValuePair<string, object>(place.Name(json), place.Value(json));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(string key)
    {
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].IsNamed(json, key))
            {
                return i;
            }
        }

        return -1;
    }
}
