namespace Diversion.Evaluation.Rows;

/// <summary>The groups that a person belongs to, by code. Null: not known, which is a group of its own and never another.</summary>
/// <param name="Ethnicity">As the person says: <c>W1</c>.</param>
public sealed record PersonGroups(
    string? Sex = null,
    string? AgeBand = null,
    string? Ethnicity = null,
    string? OffenceGroup = null,
    string? RiskBand = null,
    string? Ward = null,
    string? District = null)
{
    /// <returns>The person's code; null when it is not known.</returns>
    public string? Of(GroupKind kind) => kind switch
    {
        GroupKind.Sex => Sex,
        GroupKind.AgeBand => AgeBand,
        GroupKind.Ethnicity => Ethnicity,
        GroupKind.OffenceGroup => OffenceGroup,
        GroupKind.RiskBand => RiskBand,
        GroupKind.Ward => Ward,
        GroupKind.District => District,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
