using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Diversion.Casework.Analysis;

/// <summary>
/// What is made of a text that comes in many rows (a ward, a worker, how a condition ended), made once. So the rows share
/// it, too. Not for two threads at once.
/// </summary>
/// <param name="make">The same text gives the same value, which nobody changes.</param>
internal sealed class Remembered<T>(Func<string, T> make)
{
    /// <summary>Texts that nearly all differ would only fill the memory.</summary>
    private const int Most = 4_096;

    private readonly Dictionary<byte[], T> known = new(Utf8Text.Comparer);
    private Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>>? lookup;

    /// <param name="utf8">The text.</param>
    public T Of(ReadOnlySpan<byte> utf8)
    {
        var found = lookup ??= known.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (found.TryGetValue(utf8, out var value))
        {
            return value;
        }

        value = make(Encoding.UTF8.GetString(utf8));
        if (known.Count < Most)
        {
            known.Add(utf8.ToArray(), value);
        }

        return value;
    }

    private sealed class Utf8Text : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Text Comparer = new();

        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] text) => GetHashCode(text.AsSpan());

        /// <summary>With the process's own seed: some of the texts come from outside.</summary>
        public int GetHashCode(ReadOnlySpan<byte> text)
        {
            var hash = default(HashCode);
            hash.AddBytes(text);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
