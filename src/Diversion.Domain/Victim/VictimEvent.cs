using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Victim;

/// <summary>Events from before a case could have several victims are read as those of victim 1.</summary>
public abstract record VictimEvent : AgreementEvent
{
    private VictimEvent()
    {
    }

    /// <summary>A victim was recorded or corrected, or that there is none.</summary>
    /// <param name="Victim">Null, like <paramref name="Details"/>, when the case has no victim.</param>
    /// <param name="SupportReferral">The deadline for the referral to support; null for a correction.</param>
    public sealed record VictimRecorded(int? Victim, VictimDetails? Details, Deadline? SupportReferral) : VictimEvent;

    public sealed record VictimRemoved(int Victim) : VictimEvent;

    public sealed record VictimViewsRecorded(int Victim, string? Views, bool? WantsRestorativeJustice) : VictimEvent
    {
        public string? Statement { get; init; }

        public bool? WantsCompensation { get; init; }
    }

    public sealed record VictimReferredToSupport(
        int Victim, LocalDate? On = null, ToldHow? How = null, string? ByWhom = null, string? Said = null) : VictimEvent;

    public sealed record VictimToBeTold(int Victim, VictimNews News, Deadline By) : VictimEvent;

    public sealed record VictimTold(
        int Victim, VictimNews News, LocalDate? On = null, ToldHow? How = null, string? ByWhom = null, string? Said = null) : VictimEvent;

    public sealed record VictimOptedOut(int Victim, LocalDate On, string? Said) : VictimEvent;

    /// <param name="SupportReferral">The new deadline for the referral to support; null when they were referred, and in events from before it was stored.</param>
    public sealed record VictimOptedIn(int Victim, LocalDate On, string? Said, Deadline? SupportReferral = null) : VictimEvent;

    public sealed record VictimSatisfactionRecorded(int Victim, VictimSatisfaction Satisfaction) : VictimEvent;

    /// <param name="Request">The number of the request among those of the victim.</param>
    public sealed record VictimRequestMade(
        int Victim, int Request, VictimRequestKind Kind, LocalDate On, string About, string Decider, Deadline Acknowledge, Deadline Answer) : VictimEvent;

    public sealed record VictimRequestAcknowledged(int Victim, int Request, LocalDate On, ToldHow How, string ByWhom) : VictimEvent;

    /// <param name="Reviewer">Null when it was withdrawn.</param>
    public sealed record VictimRequestAnswered(
        int Victim, int Request, VictimRequestOutcome Outcome, string? Reviewer, LocalDate On, ToldHow How, string ByWhom, string? Said) : VictimEvent;

    /// <summary>The victim that an event is about; null when the case has none.</summary>
    public int? Number => this switch
    {
        VictimRecorded e => e.Victim,
        VictimRemoved e => e.Victim,
        VictimViewsRecorded e => e.Victim,
        VictimReferredToSupport e => e.Victim,
        VictimToBeTold e => e.Victim,
        VictimTold e => e.Victim,
        VictimOptedOut e => e.Victim,
        VictimOptedIn e => e.Victim,
        VictimSatisfactionRecorded e => e.Victim,
        VictimRequestMade e => e.Victim,
        VictimRequestAcknowledged e => e.Victim,
        VictimRequestAnswered e => e.Victim,
        _ => throw new InvalidOperationException($"No victim for {GetType().Name}."),
    };
}
