using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Keeping;

/// <summary>A record whose retention period is over.</summary>
/// <param name="Held">How many hold it; it cannot be erased before they are lifted.</param>
public sealed record RecordToReview(string Agreement, AgreementStatus Status, Instant EndedAt, LocalDate ReviewOn, int Held);

/// <summary>Papers whose own period is over.</summary>
public sealed record PapersToDelete(string Agreement, AgreementStatus Status, Instant EndedAt, int Count);

/// <summary>What a lead has to look at.</summary>
/// <param name="IsAll">False when there are more than are shown.</param>
/// <param name="DraftDays">After how many days a draft that nobody touched is deleted; null when no scheme is in force.</param>
public sealed record KeepingView(IReadOnlyList<RecordToReview> Records, IReadOnlyList<PapersToDelete> Papers, bool IsAll, int? DraftDays);
