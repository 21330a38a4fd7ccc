using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;
using NodaTime;

namespace Diversion.Casework.OffenceCodes;

/// <summary>Imports the force's table of offence codes, and knows the one that is used now.</summary>
/// <param name="recheck">
/// How old the table may get in this process before it is read again. Null where only this process writes and its streams
/// are cached.
/// </param>
public sealed class OffenceTableService(
    ITableStore store, StreamCache cache, Rulebook rulebook, IChangeListener listener, TimeSpan? recheck = null)
    : StreamService<OffenceTableId, OffenceTable, OffenceTableCommand, OffenceTableEvent>(OffenceTableKind.Instance, store, cache, listener)
{
    private Remembered? remembered;

    /// <returns>Null while no table was imported: offences are then typed by hand.</returns>
    public async ValueTask<OffenceTable?> Current(CancellationToken cancellation = default)
    {
        if (recheck is not { } most)
        {
            return await Find(OffenceTableId.Programme, cancellation);
        }

        var ticks = Environment.TickCount64;
        if (remembered is { } known && ticks - known.Ticks < most.TotalMilliseconds)
        {
            return known.Table;
        }

        var table = await Find(OffenceTableId.Programme, cancellation);
        remembered = new Remembered(table, ticks);
        return table;
    }

    /// <summary>Replaces the table, or refuses the whole file in words.</summary>
    public ValueTask<Outcome<OffenceTable>> Import(string csv, Actor by, Instant now, ExecuteOptions? options = null, CancellationToken cancellation = default) =>
        OffenceTableFile.Read(csv) switch
        {
            Reply<IReadOnlyList<OffenceCodeRow>>.Given { Value: var rows } =>
                Execute(OffenceTableId.Programme, new OffenceTableCommand.ImportTable([.. rows]) { By = by, At = now }, options, cancellation),
            Reply<IReadOnlyList<OffenceCodeRow>>.Refused { Refusal: var refusal } => ValueTask.FromResult<Outcome<OffenceTable>>(new Outcome<OffenceTable>.Refused(refusal)),
            _ => throw new InvalidOperationException("A reply is given or refused."),
        };

    protected override CommandEntry EntryOf(OffenceTableCommand command) => OffenceTableCommands.Of(command);

    protected override OffenceTableCommand TimePassed(Instant now) => new OffenceTableCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(OffenceTable? state, OffenceTableCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MaySeeOffenceTable(command.By) ? null : CaseworkRefusal.NotForRole();

    protected override ValueTask<Deciding<OffenceTable, OffenceTableEvent>> Decide(
        OffenceTableId id, OffenceTable? state, OffenceTableCommand command, CancellationToken cancellation) =>
        ValueTask.FromResult(new Deciding<OffenceTable, OffenceTableEvent>(OffenceTableDecider.Decide(state, command, rulebook.Schemes.Vocabulary)));

    protected override void Known(OffenceTable state) => remembered = new Remembered(state, Environment.TickCount64);

    private sealed record Remembered(OffenceTable? Table, long Ticks);
}
