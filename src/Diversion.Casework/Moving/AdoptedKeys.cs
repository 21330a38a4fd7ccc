using System.Security.Cryptography;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Moving;

/// <summary>
/// The key of this installation, also for secrets that stand in events as another installation had sealed them: an import
/// keeps each of them a second time, sealed with this key, since the events must not change.
/// </summary>
public sealed class AdoptedKeys(IDataKeys own, ITableStore store) : IDataKeys
{
    private const string Partition = "adopted-secrets";
    private const string Wrapped = "wrapped";

    public byte[] Wrap(byte[] dataKey) => own.Wrap(dataKey);

    public byte[] Unwrap(byte[] wrapped)
    {
        try
        {
            return own.Unwrap(wrapped);
        }
        catch (CryptographicException)
        {
            // Seldom: whoever asks keeps the answer.
            if (Task.Run(async () => await store.Get(Tables.Settings, Partition, NameOf(wrapped))).GetAwaiter().GetResult() is not { } adopted)
            {
                throw;
            }

            return own.Unwrap(Convert.FromBase64String(adopted.Text(Wrapped)));
        }
    }

    /// <param name="wrapped">As it stands in an event.</param>
    internal async ValueTask Adopt(byte[] wrapped, byte[] secret, CancellationToken cancellation) => await store.Commit(
        new TableTransaction(
            Tables.Settings,
            Partition,
            [new RowChange.Upsert(NameOf(wrapped), new Dictionary<string, object>(1) { [Wrapped] = Convert.ToBase64String(own.Wrap(secret)) })]),
        [],
        cancellation);

    private static string NameOf(byte[] wrapped) => Convert.ToHexStringLower(SHA256.HashData(wrapped));
}
