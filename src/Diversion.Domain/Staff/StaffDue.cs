namespace Diversion.Domain.Staff;

/// <summary>What falls due by itself: somebody starts or leaves, a cover ends, daily lists go out. The instants were stored by events.</summary>
public static class StaffDue
{
    public static Instant? Next(StaffState state) => Moments(state) is [var (at, _), ..] ? at : null;

    /// <summary>Earliest first; of equal instants, in the order of the list of people.</summary>
    internal static IReadOnlyList<(Instant At, StaffEvent What)> Moments(StaffState state) =>
    [
        .. state.People.SelectMany(Of).Concat(Lists(state)).Concat(Reviews(state)).OrderBy(moment => moment.At),
    ];

    /// <summary>When the next ones go out is decided once these do.</summary>
    private static IEnumerable<(Instant At, StaffEvent What)> Lists(StaffState state) =>
        state.NextListsAt is { } lists ? [(lists, new StaffEvent.ListsDue(null))] : [];

    /// <summary>How many steps of the ladder have passed is decided once one has.</summary>
    private static IEnumerable<(Instant At, StaffEvent What)> Reviews(StaffState state) =>
        from agreed in state.Sharing where agreed.NextReminder is not null select (agreed.NextReminder!.Value, (StaffEvent)new StaffEvent.SharingReviewDue(agreed.Number, agreed.Step, agreed.Review.Due));

    private static IEnumerable<(Instant At, StaffEvent What)> Of(Member person)
    {
        if (person.StartsAt is { } starts)
        {
            yield return (starts, new StaffEvent.PersonStarted(person.Id));
        }

        if (person.Cover is { } cover)
        {
            yield return (cover.EndsAt, new StaffEvent.CoverEnded(person.Id));
        }

        if (person.LeavesAt is { } leaves)
        {
            yield return (leaves, new StaffEvent.PersonLeft(person.Id));
        }
    }
}
