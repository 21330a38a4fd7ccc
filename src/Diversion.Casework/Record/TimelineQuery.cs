using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Record;

/// <param name="Process">The process that it was part of.</param>
/// <param name="Reason">Left out when none was given or the viewer may not read it, as is <paramref name="Text"/>.</param>
/// <param name="Name">The stored name of the event, such as <c>offer.made</c>.</param>
/// <param name="Sentence">What happened, as text.</param>
/// <param name="Text">The text that was written: a note, the victim's views.</param>
/// <param name="ByRule">It followed by rule from what <paramref name="Who"/> did.</param>
public sealed record TimelineItem(int Number, Instant At, string Who, Role Role, string Process, string? Reason, string Name, string Sentence, string? Text, bool ByRule = false);

/// <summary>Everything that happened to one agreement, with who and why.</summary>
public sealed class TimelineQuery(RecordAccess access, Records records)
{
    public const int MostItems = EventPage.Most;

    /// <param name="cursor">The number of the last item seen.</param>
    /// <param name="limit">1 to 200.</param>
    public async ValueTask<Reply<Page<TimelineItem>>> Of(
        string reference, AccessRequest request, bool newestFirst, int limit, string? cursor, CancellationToken cancellation = default)
    {
        var reply = await access.At(reference, request, "timeline", static (_, visible) => visible.Timeline, cancellation);
        if (reply is not Reply<Seen>.Given { Value: var seen })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        var read = await EventPage.Of(
            (from, to) => records.EventRows(seen.State.Id, from, to, cancellation), seen.State.Version, newestFirst, limit, cursor);
        return read.Then<Page<TimelineItem>>(page => new Page<TimelineItem>(
            [
                .. page.Items.Select(row => StreamRows.Read(row, row.Partition, AgreementEvents.Catalogue))
                    .Where(recorded => AccessPolicy.MaySeeEvent(seen.RecordVisibility, seen.State, recorded.Event))
                    .Select(recorded => Show(recorded, seen)),
            ],
            page.Cursor));
    }

    internal static TimelineItem Show(RecordedEvent recorded, Seen seen) => new(
        recorded.Number,
        recorded.At,
        recorded.By.Name,
        recorded.By.Role,
        recorded.Process,
        EventTexts.ReasonOf(recorded, seen.RecordVisibility),
        AgreementEvents.Catalogue.Of(recorded.Event).Name,
        EventWords.Of(recorded.Event, seen.State.Victims),
        EventTexts.Of(recorded, seen.RecordVisibility),
        FollowedByRule(recorded));

    /// <summary>From what somebody did; the clock itself does nothing else.</summary>
    internal static bool FollowedByRule<TEvent>(RecordedEvent<TEvent> recorded) where TEvent : class => recorded.ByRule && !AccessPolicy.IsClock(recorded.By.Role);
}
