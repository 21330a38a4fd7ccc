using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Donation;

public sealed record DonationCondition(string Id, int Pence, string Charity, Deadline By) : Condition(Id)
{
    public override ConditionKind Kind => ConditionKind.Donation;

    /// <summary>Null until it was made.</summary>
    public LocalDate? MadeOn { get; init; }

    /// <summary>What shows it.</summary>
    public string? Receipt { get; init; }

    internal static string MadeId(string id) => $"{id}/made";
}
