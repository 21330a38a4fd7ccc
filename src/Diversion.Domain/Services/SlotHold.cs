using Diversion.Domain.Agreements;

namespace Diversion.Domain.Services;

/// <summary>A slot that a case has taken, or gives back.</summary>
/// <param name="At">When it was taken or given back.</param>
/// <param name="GivenBack">The appointment is being cancelled; the slot is free again once the case has said so.</param>
/// <param name="Followed">The case has answered: nothing is left to ask.</param>
public sealed record SlotHold(Instant StartsAt, AgreementId Case, Instant At, bool GivenBack = false, bool Followed = false)
{
    /// <summary>How long the request itself has to write the appointment on the case before the clock does.</summary>
    public static readonly Duration FollowAfter = Duration.FromMinutes(1);
}

/// <summary>What a case said about a slot.</summary>
/// <param name="GivenBack">It was asked to cancel the appointment, not to record it.</param>
/// <param name="Refusal">The code; null when the case did so, or had done so before.</param>
public sealed record SlotAnswer(Instant StartsAt, AgreementId Case, bool GivenBack, string? Refusal = null);
