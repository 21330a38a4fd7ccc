using System.Text;

namespace Diversion.Casework.Storage;

/// <summary>Caches property names, so that the same few strings are not created for every row.</summary>
internal static class NameCache
{
    private const int Slots = 512;

    // Safe without a lock: a slot is replaced as a whole, and a stale one only costs creating a string.
    private static readonly Entry?[] Known = new Entry?[Slots];

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        var hash = (uint)utf8.Length;
        foreach (var unit in utf8)
        {
            hash = (hash * 31) + unit;
        }

        ref var slot = ref Known[hash % Slots];
        if (slot is { } entry && utf8.SequenceEqual(entry.Utf8))
        {
            return entry.Name;
        }

        var made = new Entry(utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        Volatile.Write(ref slot, made);
        return made.Name;
    }

    private sealed record Entry(byte[] Utf8, string Name);
}
