using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.HarmTables;
using Diversion.Evaluation.Harm;
using NodaTime;

namespace Diversion.Casework.HarmTables;

/// <summary>Imports a harm index, and knows the one that is used now.</summary>
public sealed class HarmTableService(ITableStore store, StreamCache cache, IChangeListener listener)
    : StreamService<HarmTableId, HarmTable, HarmTableCommand, HarmTableEvent>(HarmTableKind.Instance, store, cache, listener)
{
    /// <returns>As the measures take it; null while none was imported.</returns>
    public async ValueTask<HarmIndex?> Index(CancellationToken cancellation = default) => await Find(HarmTableId.Programme, cancellation) is { } table
        ? new HarmIndex(table.Name, table.Checksum, table.Values.ToImmutableDictionary(value => value.Classification, value => value.Days, StringComparer.Ordinal))
        : null;

    /// <returns>The index in use, for those who may import one; null in it while none was imported.</returns>
    public async ValueTask<Reply<HarmTable?>> Loaded(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayImportHarmIndex(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        return new Reply<HarmTable?>.Given(await Find(HarmTableId.Programme, cancellation));
    }

    /// <summary>Replaces the index, or refuses the whole file in words.</summary>
    /// <param name="file">CSV in UTF-8.</param>
    /// <param name="version">As the publisher of the index names it.</param>
    public ValueTask<Outcome<HarmTable>> Import(ReadOnlySpan<byte> file, string version, Actor by, Instant now, ExecuteOptions? options = null, CancellationToken cancellation = default)
    {
        var (index, faults) = HarmIndex.Read(file, version);
        return index is null
            ? ValueTask.FromResult<Outcome<HarmTable>>(new Outcome<HarmTable>.Refused(new Refusal.Invalid(
                RefusalCode.HarmIndexFaulty, $"Nothing was imported: correct this and import the whole file again.\n{string.Join('\n', faults)}")))
            : Execute(
                HarmTableId.Programme,
                new HarmTableCommand.ImportIndex(index.Version, index.Checksum, [.. index.Days.Select(pair => new HarmValue(pair.Key, pair.Value))]) { By = by, At = now },
                options,
                cancellation);
    }

    protected override CommandEntry EntryOf(HarmTableCommand command) => HarmTableCommands.Of(command);

    protected override HarmTableCommand TimePassed(Instant now) => new HarmTableCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(HarmTable? state, HarmTableCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayImportHarmIndex(command.By) ? null : CaseworkRefusal.NotForRole();

    protected override ValueTask<Deciding<HarmTable, HarmTableEvent>> Decide(
        HarmTableId id, HarmTable? state, HarmTableCommand command, CancellationToken cancellation) =>
        ValueTask.FromResult(new Deciding<HarmTable, HarmTableEvent>(HarmTableDecider.Decide(state, command)));

    protected override void Known(HarmTable state)
    {
    }
}
