using System.Security.Cryptography;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Scrutiny;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Trials;
using Diversion.Domain.Scrutiny;
using Diversion.Domain.Trials;

namespace Diversion.Casework.Moving;

/// <summary>A secret that stands in an event as the installation has sealed it: the seeds of trials and sittings, the keys for people in trials.</summary>
/// <param name="Wrapped">As it stands there.</param>
/// <param name="Secret">In the clear: an export without a key is as secret as the data folder.</param>
public sealed record SealedSecret(byte[] Wrapped, byte[] Secret)
{
    /// <summary>All of a store.</summary>
    /// <exception cref="MoveException">One cannot be opened with the key of this installation.</exception>
    internal static async Task<List<SealedSecret>> All(ITableStore store, IDataKeys keys, CancellationToken cancellation)
    {
        var all = new List<SealedSecret>();
        await foreach (var row in store.Scan(Tables.Streams, cancellation))
        {
            foreach (var wrapped in In(row).Select(Convert.FromBase64String))
            {
                try
                {
                    all.Add(new SealedSecret(wrapped, keys.Unwrap(wrapped)));
                }
                catch (CryptographicException fault)
                {
                    throw new MoveException(
                        $"A secret of {row.Partition} cannot be opened: the key of this installation is not the one under which it was sealed. Restore that key from a backup first. Nothing was exported.", fault);
                }
            }
        }

        return all;
    }

    private static IEnumerable<string> In(TableRow row)
    {
        if (!row.Row.StartsWith(StreamRows.FirstEvent, StringComparison.Ordinal))
        {
            return [];
        }

        return TrialKind.Instance.IdOf(row.Partition) is not null && TrialKind.Instance.Events.Read(row) is TrialEvent.TrialOpened opened ? [opened.Keys.Seed, opened.Keys.People]
            : SittingKind.Instance.IdOf(row.Partition) is not null && SittingKind.Instance.Events.Read(row) is SittingEvent.SittingPlanned planned ? [planned.Key]
            : [];
    }
}
