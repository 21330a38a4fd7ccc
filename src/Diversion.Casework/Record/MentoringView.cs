using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Diversion.Domain.Support;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>A mentoring of a case, for supervision and for the mentor.</summary>
/// <param name="Met">How many times they met or spoke.</param>
/// <param name="LastOn">Left out before the first time.</param>
/// <param name="EndedOn">Left out while it goes on, as is <paramref name="Cause"/>.</param>
public sealed record MentoringView(int Number, string Mentor, string Organisation, LocalDate MatchedOn, int Met, LocalDate? LastOn, LocalDate? EndedOn, MentoringEndCause? Cause)
{
    internal static IReadOnlyList<MentoringView>? Of(AgreementState state, Actor by, RecordVisibility visible) =>
        state.Support.Mentorings.Where(one => AccessPolicy.SeesMentoring(by, visible, one)).Select(Of).ToArray() is { Length: > 0 } seen ? seen : null;

    private static MentoringView Of(Mentoring one) => new(
        one.Number,
        one.Mentor.Name,
        one.Organisation,
        WorkingCalendar.DateOf(one.MatchedAt),
        one.Met,
        one.Meetings.IsEmpty ? null : one.Meetings.Max(meeting => meeting.On),
        one.Ended is { } ended ? WorkingCalendar.DateOf(ended.At) : null,
        one.Ended?.Cause);
}
