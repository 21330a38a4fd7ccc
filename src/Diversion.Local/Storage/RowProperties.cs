using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Diversion.Local.Storage;

/// <summary>
/// The properties of a row that was read, in two small arrays of names and values. A hash table per row cost more than
/// reading the row did.
/// </summary>
internal sealed class RowProperties(string[] names, object[] values, int count) : IReadOnlyDictionary<string, object>
{
    public int Count => count;

    public IEnumerable<string> Keys => names.Take(count);

    public IEnumerable<object> Values => values.Take(count);

    public object this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The row has no property {key}.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        for (var i = 0; i < count; i++)
        {
            if (names[i] == key)
            {
                value = values[i];
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return new KeyValuePair<string, object>(names[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
