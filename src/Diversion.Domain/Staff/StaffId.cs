using Diversion.Domain.Streams;

namespace Diversion.Domain.Staff;

/// <summary>
/// A programme has one stream for all its staff, since the rules go across people: somebody must lead, an id is given once,
/// a team with members stays open. Changes are rare and the whole is small.
/// </summary>
public readonly record struct StaffId(string Value) : IStreamId<StaffId>
{
    public static readonly StaffId Programme = new("programme");

    public static StaffId Of(string value) => new(value);
}
