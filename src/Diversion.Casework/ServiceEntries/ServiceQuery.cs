using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Services;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Services;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.ServiceEntries;

/// <summary>The service directory as it is searched and read. It says nothing about any person.</summary>
public sealed class ServiceQuery(ServiceService services, ServiceFinder finder, ServiceDirectory directory, RecordAccess access, ITableStore store)
{
    public const int PageSize = 25;

    public const int MostPages = 400;

    public async ValueTask<Reply<ServicesFound>> Search(ServiceWish wish, Actor by, Instant now, int page = 1, CancellationToken cancellation = default) =>
        AccessPolicy.MaySeeServices(by)
            ? await finder.Find(wish, now, PageSize, (Math.Clamp(page, 1, MostPages) - 1) * PageSize, cancellation)
            : CaseworkRefusal.NotForRole();

    /// <summary>For the person of a case that the reader may see: what fits, nearest first, and why the rest does not.</summary>
    /// <param name="wish">Without a person.</param>
    public async ValueTask<Reply<ServicesFound>> ForCase(string reference, ServiceWish wish, AccessRequest request, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeServices(request.By))
        {
            return CaseworkRefusal.NotForRole();
        }

        return await access.At(reference, request, "services that fit", (_, visible) => visible.Timeline, cancellation) switch
        {
            Reply<Seen>.Given { Value.State: var state } => await finder.Find(
                wish with { Person = PersonFacts.Of(state, WorkingCalendar.DateOf(request.At)) }, request.At, PageSize, cancellation: cancellation),
            Reply<Seen>.Refused { Refusal: var refusal } => refusal,
            _ => throw new InvalidOperationException("A reply is given or refused."),
        };
    }

    public async ValueTask<Reply<ServiceView>> Of(string id, Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeServices(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (ServiceId.Read(id) is not { } read || await services.Find(read, cancellation) is not { } state)
        {
            return ServiceDecider.Unknown;
        }

        var leads = AccessPolicy.MayKeepPartnerships(by);
        var keeps = AccessPolicy.KeepsService(by, state.Entry.Organisation);
        return new ServiceView(
            state.Id,
            state.Version,
            state.Entry,
            state.IsClosed,
            await ServiceUsage.Of(store, state.Id, now, cancellation),
            state.ChangedBy.Name,
            state.ChangedAt,
            keeps,
            keeps ? state.Partnership : null,
            leads ? state.Refused : [])
        {
            Slots = keeps ? [.. state.Slots.Where(slot => slot.StartsAt > now).Select(slot => new SlotView(slot.StartsAt, slot.Minutes, slot.Place, state.HoldOf(slot.StartsAt)?.Case.Value))] : [],
        };
    }

    public async ValueTask<Reply<Page<TimelineItem>>> Timeline(string id, Actor by, bool newestFirst, int limit, string? cursor, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeServices(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (ServiceId.Read(id) is not { } read || await services.Find(read, cancellation) is not { } state)
        {
            return ServiceDecider.Unknown;
        }

        if (!AccessPolicy.KeepsService(by, state.Entry.Organisation))
        {
            return CaseworkRefusal.NotForRole();
        }

        var leads = AccessPolicy.MayKeepPartnerships(by);
        return await StreamTimeline.Of(
            store, ServiceKind.Instance, state.Id, state, ServiceWords.Of, happened => leads || happened is not ServiceEvent.ChangeRefused, newestFirst, limit, cursor, cancellation);
    }

    /// <summary>The directory as CSV in UTF-8, with the columns that the import reads.</summary>
    public async ValueTask<Reply<byte[]>> File(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeServices(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var all = await directory.All(cancellation);
        var csv = new StringBuilder();
        csv.Append(ServiceColumns.Heading).Append("\r\n");
        foreach (var service in all)
        {
            csv.Append(ServiceColumns.Line(service, AccessPolicy.KeepsService(by, service.Entry.Organisation))).Append("\r\n");
        }

        return (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }
}
