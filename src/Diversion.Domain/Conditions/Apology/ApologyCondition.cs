using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Apology;

public sealed record ApologyCondition(string Id, int Victim, StaffRef? Facilitator) : Condition(Id)
{
    public override ConditionKind Kind => ConditionKind.Apology;

    public override int? ForVictim => Victim;

    public override StaffRef? PartnerFacilitator => Facilitator;

    internal override Condition WithPartners(StaffRef? facilitator, string? provider, ImmutableArray<string> known) =>
        Facilitator is null ? this : this with { Facilitator = IsOpen ? facilitator : Facilitator with { Id = Elsewhere } };

    /// <summary>Of the last letter that was written; null until there is one.</summary>
    public LocalDate? WrittenOn { get; init; }

    /// <summary>Of that letter; null until it was checked, and when it has to be written anew.</summary>
    public LocalDate? CheckedOn { get; init; }

    /// <summary>The last letter was not fit to be given to the victim.</summary>
    public bool Anew { get; init; }

    public LetterEnd? End { get; init; }

    public LocalDate? EndedOn { get; init; }

    internal static string WrittenId(string id) => $"{id}/written";

    internal static string CheckedId(string id) => $"{id}/checked";

    internal static string EndId(string id) => $"{id}/end";
}
