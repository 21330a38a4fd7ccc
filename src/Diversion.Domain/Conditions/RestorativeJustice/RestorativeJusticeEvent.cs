using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.RestorativeJustice;

public abstract record RestorativeJusticeEvent : ConditionKindEvent
{
    private RestorativeJusticeEvent()
    {
    }

    internal override ConditionKind Kind => ConditionKind.RestorativeJustice;

    public sealed record RestorativeJusticeBegan(string ConditionId, StaffRef Facilitator, Deadline Contact, Deadline Held) : RestorativeJusticeEvent;

    public sealed record VictimContacted(string ConditionId, LocalDate On, Deadline Answer) : RestorativeJusticeEvent;

    /// <param name="Held">The deadline for holding it, when a victim who had said no takes part after all.</param>
    public sealed record VictimAnswered(string ConditionId, bool Accepts, RestorativeProcess? Process, Deadline? Held = null) : RestorativeJusticeEvent;

    public sealed record VictimWithdrew(string ConditionId) : RestorativeJusticeEvent;

    public sealed record ParticipantPrepared(string ConditionId, LocalDate On) : RestorativeJusticeEvent;

    public sealed record RestorativeProcessHeld(string ConditionId, RestorativeProcess Process, LocalDate On) : RestorativeJusticeEvent;
}
