namespace Diversion.Domain.Trials;

/// <summary>
/// How a trial knows a person again: keyed hashes of PNC id, CRO number, and folded name with birth date. Without the key
/// they say nothing about anybody.
/// </summary>
public sealed record PersonMarks(string? Pnc, string? Cro, string? Name)
{
    /// <summary>A number that both have decides. Where no number can be compared, name and birth date do.</summary>
    public bool IsSame(PersonMarks other) =>
        (Pnc, other.Pnc) is ({ } pnc, { } otherPnc) ? pnc == otherPnc
        : (Cro, other.Cro) is ({ } cro, { } otherCro) ? cro == otherCro
        : Name is not null && Name == other.Name;
}
