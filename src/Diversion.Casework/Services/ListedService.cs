using System.Collections.Immutable;
using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Reading;
using Diversion.Domain.Services;
using NodaTime;

namespace Diversion.Casework.Services;

/// <summary>A service as the directory in memory has it.</summary>
/// <param name="Slots">That nobody had booked when it was read; some may be over.</param>
/// <param name="Text">Everything of it that is searched, folded.</param>
/// <param name="Places">Where it is and whom it takes, folded.</param>
internal sealed record ListedService(string Id, int Version, ServiceEntry Entry, Partnership? Partnership, bool IsClosed, ImmutableArray<ServiceSlot> Slots, string Text, string Places)
{
    public static ListedService Of(TableRow row)
    {
        var read = RowOf<ServiceRow>.Read(row);
        return Of(
            read.Id,
            read.Version,
            JsonSerializer.Deserialize<ServiceEntry>(read.Entry, StoredJson.Options)!,
            read.Partnership is null ? null : JsonSerializer.Deserialize<Partnership>(read.Partnership, StoredJson.Options),
            read.Closed is not null,
            read.Slots is null ? [] : JsonSerializer.Deserialize<ImmutableArray<ServiceSlot>>(read.Slots, StoredJson.Options));
    }

    public static ListedService Of(ServiceState state) => Of(state.Id, state.Version, state.Entry, state.Partnership, state.IsClosed, FreeOf(state));

    /// <summary>Whoever shows them leaves out those that are over.</summary>
    public static ImmutableArray<ServiceSlot> FreeOf(ServiceState state) => [.. state.Free(Instant.MinValue)];

    private static string Folded(IEnumerable<string?> texts) => FoldedName.Text(string.Join(' ', texts));

    private static ListedService Of(string id, int version, ServiceEntry entry, Partnership? partnership, bool closed, ImmutableArray<ServiceSlot> slots) => new(
        id,
        version,
        entry,
        partnership,
        closed,
        slots,
        Folded([entry.Name, entry.Organisation, entry.Description, entry.Who, entry.Community, entry.Access, .. entry.Needs.Select(Words.Of), .. entry.Languages]),
        Folded([entry.Address, entry.Postcode, entry.Postcode?.Replace(" ", "", StringComparison.Ordinal), entry.Ward, entry.District, .. entry.Areas]));
}
