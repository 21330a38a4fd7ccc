using Diversion.Domain.Streams;

namespace Diversion.Domain.BoardPacks;

/// <summary>A programme has one stream of board packs: actions go from pack to pack.</summary>
public readonly record struct BoardPackId(string Value) : IStreamId<BoardPackId>
{
    public static readonly BoardPackId Programme = new("programme");

    public static BoardPackId Of(string value) => new(value);
}
