using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.RestorativeJustice;

public abstract record RestorativeJusticeCommand : ConditionCommand
{
    private RestorativeJusticeCommand(string conditionId) => ConditionId = conditionId;

    public string ConditionId { get; init; }

    internal override CommandSubject Subject => new(ConditionId);

    public override ConditionKind Kind => ConditionKind.RestorativeJustice;

    internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);

    public sealed record RecordVictimContact(string ConditionId, LocalDate On) : RestorativeJusticeCommand(ConditionId);

    /// <param name="Process">What the victim would take part in; given when they accept.</param>
    public sealed record RecordVictimAnswer(string ConditionId, bool Accepts, RestorativeProcess? Process = null) : RestorativeJusticeCommand(ConditionId);

    /// <summary>The victim may withdraw at every step; this is never the participant's failure.</summary>
    public sealed record RecordVictimWithdrawal(string ConditionId) : RestorativeJusticeCommand(ConditionId);

    public sealed record RecordPreparation(string ConditionId, LocalDate On) : RestorativeJusticeCommand(ConditionId);

    public sealed record RecordRestorativeOutcome(string ConditionId, RestorativeProcess Process, LocalDate On) : RestorativeJusticeCommand(ConditionId);
}

public enum RestorativeProcess
{
    Conference,
    IndirectExchange,
    Letter,
}
