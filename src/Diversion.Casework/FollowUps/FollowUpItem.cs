using NodaTime;

namespace Diversion.Casework.FollowUps;

/// <summary>A result of follow-up that is owed.</summary>
/// <param name="Case">The reference; for analysts the pseudonym.</param>
/// <param name="Months">Over which reoffending is measured.</param>
/// <param name="FinalOn">Up to this day the records have to be searched.</param>
/// <param name="Due">By when the search is recorded.</param>
public sealed record FollowUpItem(string Case, int Months, LocalDate FinalOn, Instant Due, bool IsOverdue);
