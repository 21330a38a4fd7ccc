using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Diversion.Casework.Storage;

/// <summary>
/// The properties of a row that a store keeps as <see cref="PropertyText"/>. A value is decoded when it is asked for: of
/// most rows a rebuild needs to know only whether they are the same, and JSON within a row is read from its bytes. Not for
/// two threads at once.
/// </summary>
public sealed class PropertyDictionary(byte[] json) : IReadOnlyDictionary<string, object>
{
    // A small array, filled as far as has been asked for: a hash table per row cost more than reading the row did.
    private PropertyText.Place[] places = [];
    private int found;
    private int next;

    public int Count
    {
        get
        {
            while (FindNext())
            {
                // Until all are found.
            }

            return found;
        }
    }

    /// <summary>All properties as they are stored, for who reads every one of them in their order.</summary>
    internal ReadOnlySpan<byte> Json => json;

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
    public bool TryGetJson(string key, out ReadOnlySpan<byte> value) =>
        TryGetRaw(key, out value) && value[0] is ((byte)'{' or (byte)'[');

    /// <summary>The bytes of a value.</summary>
    internal bool TryGetRaw(string key, out ReadOnlySpan<byte> value)
    {
        var at = Find(key);
        value = at < 0 ? default : places[at].Raw(json);
        return at >= 0;
    }

    /// <summary>Name and value of a property as they are stored: the same property has the same bytes in every row.</summary>
    /// <param name="index">Below <see cref="Count"/>.</param>
    public ReadOnlySpan<byte> Stored(int index) => places[index].Whole(json);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        for (var i = 0; i < found || FindNext(); i++)
        {
            yield return new KeyValuePair<string, object>(places[i].Name(json), places[i].Value(json));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(string key)
    {
        for (var i = 0; i < found || FindNext(); i++)
        {
            if (places[i].IsNamed(json, key))
            {
                return i;
            }
        }

        return -1;
    }

    private bool FindNext()
    {
        if (next < 0 || !PropertyText.TryNext(json, ref next, out var place))
        {
            next = -1;
            return false;
        }

        if (found == places.Length)
        {
            Array.Resize(ref places, Math.Max(8, found * 2));
        }

        places[found++] = place;
        return true;
    }
}
