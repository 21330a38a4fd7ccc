using NodaTime;

namespace Diversion.Casework.FollowUps;

/// <summary>A result of follow-up that is owed, as it is stored.</summary>
/// <param name="Months">From the start.</param>
/// <param name="FinalOn">Up to this day the records have to be searched.</param>
/// <param name="Due">By when the search is recorded.</param>
public sealed record FollowUpRow(string Agreement, int Months, LocalDate FinalOn, Instant Due);
