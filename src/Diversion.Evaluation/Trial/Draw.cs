namespace Diversion.Evaluation.Trial;

/// <summary>256 bits of the generator, ordered as a big-endian number.</summary>
internal readonly struct Draw(byte[] bits) : IComparable<Draw>
{
    private readonly byte[] _bits = bits;

    public int CompareTo(Draw other) => _bits.AsSpan().SequenceCompareTo(other._bits);
}
