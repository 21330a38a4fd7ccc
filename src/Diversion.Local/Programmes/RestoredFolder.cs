using Diversion.Casework.Keeping;
using Diversion.Casework.Storage;
using Diversion.Local.Faults;
using Diversion.Local.Storage;

namespace Diversion.Local.Programmes;

/// <summary>A folder that was restored from a backup, maybe of an earlier version of the program.</summary>
internal static class RestoredFolder
{
    public static async Task BringUpToDate(string folder, CancellationToken cancellation)
    {
        if ((await FileDestructionLog.Of(folder).All(cancellation)).Any(entry => entry.Kind == DestroyedKind.Record))
        {
            // Opening it erases again what was erased after the backup.
            await using var opened = await ProgrammeFolder.Open(folder, ShippedSchemes.Load(null), null, cancellation: cancellation);
            return;
        }

        await using var store = SqliteTableStore.Open(folder);
        await ReadModelUpkeep.Run(store, cancellation);
    }

    /// <summary>What was destroyed after the backup is written into the restored log: whoever opens the folder destroys it again.</summary>
    /// <exception cref="CannotGoOnException">There is no such file, or it is damaged.</exception>
    public static async Task Merge(string folder, string log, CancellationToken cancellation)
    {
        if (!File.Exists(log))
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"There is no file {log}. Name the destruction log of the programme, destruction.log in its data folder, or a copy of it.");
        }

        try
        {
            var later = DestructionText.Read(await File.ReadAllTextAsync(log, cancellation), log);
            var restored = new FileDestructionLog(folder);
            foreach (var entry in later.Except(await restored.All(cancellation)))
            {
                await restored.Add(entry, cancellation);
            }
        }
        catch (StorageUnavailableException fault)
        {
            throw new CannotGoOnException(ExitCodes.DataUnavailable, fault.Message, fault);
        }
    }
}
