using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>An event as stored in an agreement's stream.</summary>
/// <param name="Number">1 for the referral, without gaps.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who gave the command.</param>
/// <param name="Reason">The reason for a decision; events that followed by rule have none.</param>
/// <param name="ByRule">It followed by rule from what <paramref name="By"/> did; they did not decide it.</param>
/// <param name="Process">The process that raised it, see <see cref="CommandCatalogue"/>.</param>
public sealed record RecordedEvent(
    AgreementId Agreement,
    int Number,
    AgreementEvent Event,
    Instant At,
    Actor By,
    string Process,
    string? Reason,
    bool ByRule = false);
