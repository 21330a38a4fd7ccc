using Diversion.Casework.Storage;

namespace Diversion.Local.Programmes;

/// <summary>The rows of the <c>settings</c> table that belong to one machine's data folder.</summary>
internal static class DataSettings
{
    private const string Partition = "installation";

    private const string KindRow = "kind";

    /// <summary>A folder created by an import or a server with <c>--data</c> has no entry and is real.</summary>
    public static async ValueTask<DataKind> KindOf(ITableStore store, CancellationToken cancellation = default) =>
        await store.Get(Tables.Settings, Partition, KindRow, cancellation) is { } row && row.Text("value") == "demo" ? DataKind.Demo : DataKind.Real;

    public static async ValueTask MarkDemo(ITableStore store, CancellationToken cancellation = default) =>
        await store.Commit(
            new TableTransaction(Tables.Settings, Partition, [new RowChange.Upsert(KindRow, new Dictionary<string, object>(1) { ["value"] = "demo" })]), [], cancellation);
}
