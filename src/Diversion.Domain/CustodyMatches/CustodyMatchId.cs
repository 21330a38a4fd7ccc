using Diversion.Domain.Streams;

namespace Diversion.Domain.CustodyMatches;

/// <summary>One notice of the custody system that gave no reference of ours.</summary>
public readonly record struct CustodyMatchId(string Value) : IStreamId<CustodyMatchId>
{
    public static CustodyMatchId Of(string value) => new(value);
}
