using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.RestorativeJustice;

/// <param name="VictimTakesPart">Null until the victim has answered; false after a refusal or a withdrawal.</param>
public sealed record RestorativeJusticeCondition(
    string Id,
    StaffRef Facilitator,
    LocalDate? ContactedOn = null,
    bool? VictimTakesPart = null,
    RestorativeProcess? Process = null,
    LocalDate? PreparedOn = null,
    LocalDate? HeldOn = null) : Condition(Id)
{
    public override ConditionKind Kind => ConditionKind.RestorativeJustice;

    /// <summary>The number of the victim with whom it is; the facilitator knows of no other.</summary>
    public int Victim { get; init; } = 1;

    public override int? ForVictim => Victim;

    public override StaffRef? PartnerFacilitator => Facilitator;

    internal override Condition WithPartners(StaffRef? facilitator, string? provider, ImmutableArray<string> known) =>
        this with { Facilitator = (IsOpen ? facilitator : null) ?? Facilitator with { Id = Elsewhere } };

    /// <summary>
    /// What the victim wants now, if it differs from what the condition is based on and their answer has not been recorded
    /// since; otherwise null.
    /// </summary>
    public bool? NewWish { get; init; }

    /// <summary>Whether a conference, an exchange or a letter with the victim took place.</summary>
    public static bool TookPlaceWith(AgreementState state, int victim) =>
        state.Conditions.OfType<RestorativeJusticeCondition>().Any(condition => condition.Victim == victim && condition.HeldOn is not null);

    /// <summary>Without the victim, or with a child-protection case, nothing is left to ask, answer or hold.</summary>
    internal override bool StopsWhenBlocked => true;
}
