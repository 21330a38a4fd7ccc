using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Casework.Staff;

/// <summary>What somebody has to do today, for an email: no names, and not what the tasks are.</summary>
public interface IDailyLists
{
    /// <param name="people">Those who share the address.</param>
    /// <returns>Null when nothing is overdue or for today.</returns>
    ValueTask<DailyList?> Of(IReadOnlyList<Member> people, Instant now, CancellationToken cancellation = default);
}

/// <param name="Summary">"2 overdue tasks and 1 for today".</param>
/// <param name="Cases">A line for each case, the most urgent first.</param>
public sealed record DailyList(string Summary, IReadOnlyList<string> Cases);
