using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Domain.Time;

namespace Diversion.Casework.Staff;

/// <summary>The staff directory and its timeline, for programme leads.</summary>
public sealed class StaffQuery(StaffService staff, ITableStore store)
{
    public async ValueTask<Reply<StaffView>> Directory(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeStaff(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        return await staff.Find(StaffId.Programme, cancellation) is { } state
            ? new StaffView(state.Version, [.. state.People.Select(Show)], state.Teams, state.Organisations, StaffDue.Next(state)) { Sharing = state.Sharing }
            : new StaffView(0, [], [], [], null);
    }

    /// <summary>The user's own choice.</summary>
    public async ValueTask<Reply<OwnTaskMail>> TaskMail(Actor by, CancellationToken cancellation = default) =>
        !AccessPolicy.ChoosesTaskMail(by) ? CaseworkRefusal.NotForRole()
        : (await staff.Find(StaffId.Programme, cancellation))?.Person(by.Id) is { HasLeft: false } person ? new OwnTaskMail(person.TaskMail, person.Email)
        : new OwnTaskMail(null, null);

    /// <inheritdoc cref="TimelineQuery.Of"/>
    public async ValueTask<Reply<Page<TimelineItem>>> Timeline(
        Actor by, bool newestFirst, int limit, string? cursor, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeStaff(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (await staff.Find(StaffId.Programme, cancellation) is not { } state)
        {
            return new Page<TimelineItem>([], null);
        }

        return await StreamTimeline.Of(
            store, StaffKind.Instance, StaffId.Programme.Value, state, happened => StaffWords.Of(happened, state), null, newestFirst, limit, cursor, cancellation);
    }

    private static MemberView Show(Member person) => new(
        person.Id,
        person.Name,
        person.Roles,
        person.Team,
        person.Organisation,
        person.Email,
        person.Phone,
        person.StartsAt is { } starts ? WorkingCalendar.DateOf(starts) : null,
        person.LastDay,
        person.HasLeft,
        person.Cover is { } cover ? new CoverView(cover.By, cover.Until) : null,
        person.Account)
    {
        Capacity = person.Capacity,
    };
}
