using System.Text.Json;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Projects;
using Diversion.Domain.Rounds;
using NodaTime;

namespace Diversion.Casework.PublicView;

/// <summary>
/// All that the public pages can read: three partitions that hold nothing but what a lead has let out. It has no way to a record:
/// it asks for no other row, and no row here names one.
/// </summary>
public sealed class PublicRows(ITableStore store)
{
    internal const string Projects = "public-projects";
    internal const string Nominations = "public-nominations";
    internal const string Rounds = "public-rounds";

    /// <summary>By area and name.</summary>
    public async ValueTask<IReadOnlyList<PublicProject>> AllProjects(CancellationToken cancellation = default) =>
        [.. (await All(Projects, cancellation)).Select(row => RowOf<PublicProjectRow>.Read(row)).Select(row => new PublicProject(row.Id, new PublicText(row.Name, row.Place, row.Area, row.Work, row.Before, row.After), row.Closed is not null))
            .OrderBy(one => one.Text.Area, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Text.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Places that were named and let out, newest first.</summary>
    public async ValueTask<IReadOnlyList<PublicNominationRow>> AllNominations(CancellationToken cancellation = default) =>
        [.. (await All(Nominations, cancellation)).Select(RowOf<PublicNominationRow>.Read)];

    /// <summary>Votes that are open, closed, or with a result.</summary>
    public async ValueTask<IReadOnlyList<PublicRound>> AllRounds(CancellationToken cancellation = default) => [.. (await All(Rounds, cancellation)).Select(Read)];

    public async ValueTask<PublicRound?> Round(string id, CancellationToken cancellation = default) =>
        RoundId.Read(id) is { } read && await store.Get(Tables.Search, Rounds, read.Value, cancellation) is { } row ? Read(row) : null;

    private static PublicRound Read(TableRow row)
    {
        var read = RowOf<PublicRoundRow>.Read(row);
        return new(
            read.Id,
            read.Area,
            JsonSerializer.Deserialize<List<RoundChoice>>(read.Choices, StoredJson.Options)!,
            read.ClosesAt,
            read.Result is null ? null : JsonSerializer.Deserialize<List<PublicResult>>(read.Result, StoredJson.Options));
    }

    private async ValueTask<List<TableRow>> All(string partition, CancellationToken cancellation)
    {
        var rows = new List<TableRow>();
        await foreach (var row in store.Rows(Tables.Search, partition, cancellation: cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }
}

/// <param name="Closed">"yes" when the work is done.</param>
internal sealed record PublicProjectRow(string Id, string Name, string Place, string Area, string Work, string? Before = null, string? After = null, string? Closed = null);

public sealed record PublicNominationRow(string Id, string Area, string Place, string Work);

/// <param name="Choices">As JSON, as it is stored in events.</param>
/// <param name="Result">Likewise; null until it is published.</param>
internal sealed record PublicRoundRow(string Id, string Area, string Choices, Instant ClosesAt, string? Result = null);

/// <param name="IsDone">The work is done.</param>
public sealed record PublicProject(string Id, PublicText Text, bool IsDone);

/// <param name="Pages">Votes by the page, as <paramref name="Entered"/>: on paper or by telephone.</param>
public sealed record PublicResult(string Name, int Pages, int Entered);

/// <param name="Result">Most votes first; null until it is published.</param>
public sealed record PublicRound(string Id, string Area, IReadOnlyList<RoundChoice> Choices, Instant ClosesAt, IReadOnlyList<PublicResult>? Result);
