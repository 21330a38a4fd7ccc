using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.RestorativeJustice;

public abstract record RestorativeJusticeEvent : ConditionKindEvent
{
    private RestorativeJusticeEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.RestorativeJustice;

    public sealed record RestorativeJusticeBegan(string ConditionId, int Victim, StaffRef Facilitator, Deadline Contact, Deadline Held) : RestorativeJusticeEvent;

    public sealed record VictimContacted(string ConditionId, LocalDate On, Deadline Answer) : RestorativeJusticeEvent;

    /// <param name="Held">The deadline for holding it, when a victim who had said no takes part after all.</param>
    public sealed record VictimAnswered(string ConditionId, bool Accepts, RestorativeProcess? Process, Deadline? Held = null) : RestorativeJusticeEvent;

    public sealed record VictimWithdrew(string ConditionId) : RestorativeJusticeEvent;

    /// <summary>
    /// The police recorded a wish of the victim that differs from what the condition is based on: the facilitator or key
    /// worker asks again.
    /// </summary>
    /// <param name="Wants">Whether the victim wants restorative justice now.</param>
    /// <param name="Answer">The deadline for recording their answer; null if it is awaited already, or nothing has to be asked.</param>
    public sealed record VictimChangedMind(string ConditionId, bool Wants, Deadline? Answer = null) : RestorativeJusticeEvent;

    public sealed record ParticipantPrepared(string ConditionId, LocalDate On) : RestorativeJusticeEvent;

    public sealed record RestorativeProcessHeld(string ConditionId, RestorativeProcess Process, LocalDate On) : RestorativeJusticeEvent;
}
