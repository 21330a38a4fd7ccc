using Diversion.Domain.Streams;

namespace Diversion.Domain.Boundaries;

/// <summary>A programme has one set of boundaries for each kind of area.</summary>
public readonly record struct BoundaryId(string Value) : IStreamId<BoundaryId>
{
    public static readonly BoundaryId Wards = new("wards");
    public static readonly BoundaryId Districts = new("districts");

    public static BoundaryId Of(string value) => new(value);

    /// <returns>Null when it is neither <c>wards</c> nor <c>districts</c>.</returns>
    public static BoundaryId? Read(string? text) => text is "wards" or "districts" ? new BoundaryId(text) : null;
}
