using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.TagMonitoring;
using NodaTime;

namespace Diversion.Simulation.People;

/// <summary>What is fixed for a case instead of left to chance: so the demo programme has a case of every kind.</summary>
/// <param name="Prompt">Checks, approval, offer and signing follow each other without delay: signed on the third working
/// day after the referral.</param>
/// <param name="HoldAt">In this status nobody does anything any more.</param>
/// <param name="HoldFrom">From this instant nobody does anything any more; only time passes.</param>
/// <param name="Steady">Keeps every appointment, is never arrested.</param>
/// <param name="InTrial">The offence is of the group that the demo's trial is about.</param>
/// <param name="MoreVictims">Whether there is another victim beside the first one.</param>
/// <param name="ChargedOn">Charged with a new offence at that instant.</param>
/// <param name="ArrestedOn">Arrested at that instant, without any result.</param>
/// <param name="TagEventAt">The tag reports something at that instant.</param>
/// <param name="DiscontinuedOn">A lead ends the agreement without fault at that instant.</param>
/// <param name="Arranged">What somebody says or records at an instant after the signing.</param>
/// <param name="EvidenceFrom">Every appointment from that day on is missed, with evidence awaited.</param>
/// <param name="Conditions">Instead of a random mix.</param>
internal sealed record Traits(
    bool Prompt = false,
    AgreementStatus? HoldAt = null,
    Instant? HoldFrom = null,
    bool Steady = false,
    bool? Eligible = null,
    Traits.Answer? Answers = null,
    bool InTrial = false,
    bool? ChildProtection = null,
    bool? HasVictim = null,
    bool? MoreVictims = null,
    Instant? ChargedOn = null,
    Instant? ArrestedOn = null,
    (Instant At, TagEventKind Kind)? TagEventAt = null,
    Instant? DiscontinuedOn = null,
    LocalDate? EvidenceFrom = null,
    ImmutableArray<ConditionKind> Conditions = default,
    ImmutableArray<(Instant At, Func<CaseTeam, Instant, AgreementCommand> Make)> Arranged = default)
{
    public static readonly Traits Ordinary = new();

    /// <summary>What happens to an offer.</summary>
    internal enum Answer
    {
        Signs,
        Declines,
        LetsLapse,
    }
}
