using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Schemes;
using Diversion.Local.Delivery;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Diversion.Simulation.Demo;
using NodaTime;

namespace Diversion.Local.Demo;

/// <summary>Creates the demo's data folder, completely or not at all: it is filled beside its final place and moved there.</summary>
internal static class DemoFolder
{
    /// <summary>In the repository that <c>./run</c> was started from, otherwise below the current folder.</summary>
    public static string Default =>
        Path.Combine(Environment.GetEnvironmentVariable("DIVERSION_HOME") is { Length: > 0 } home ? home : Environment.CurrentDirectory, "data", "demo");

    public static bool IsMissing(string folder) =>
        !ProgrammeFolder.HasDatabase(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());

    /// <param name="now">The instant that the demo begins at.</param>
    /// <exception cref="CannotGoOnException">No scheme or calendar covers the time around that instant.</exception>
    public static async Task Make(
        string folder, SchemeLoad.Loaded schemes, string? scheme, Instant now, Uri publicUrl, CancellationToken cancellation)
    {
        var unfinished = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}.unfinished";
        if (Directory.Exists(unfinished))
        {
            // Locked first, so that the folder is not taken from another process that is filling it.
            using (DataFolder.Hold(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }

        await using (var made = await ProgrammeFolder.Open(unfinished, schemes, scheme, DemoStaff.Programme(publicUrl), cancellation))
        {
            made.Store.StopFlushing();
            await DataSettings.MarkDemo(made.Store, cancellation);
            await DemoClockSetting.Save(made.Store, now, SystemClock.Instance, cancellation);
            await Fill(made, now, cancellation);
            made.Store.Flush();
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder);
        }

        Directory.Move(unfinished, folder);
    }

    private static async Task Fill(ProgrammeFolder folder, Instant now, CancellationToken cancellation)
    {
        var programme = folder.Rulebook.Programme;
        using var messages = new MessageLog(folder.Path, programme);
        try
        {
            await DemoProgramme.Create(
                folder.Store,
                folder.Rulebook,
                now,
                new WrappingKey(Keys.OfPapers(folder.Path)),
                mailer: clock => new MailFolder(folder.Path, programme, clock),
                publisher: _ => messages,
                cancellation: cancellation);
        }
        catch (InvalidOperationException uncovered)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, uncovered.Message, uncovered);
        }
    }
}
