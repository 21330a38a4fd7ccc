using Diversion.Casework.Feeds;
using Diversion.Casework.Storage;
using Diversion.Local.Feeds;
using Diversion.Local.Programmes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diversion.Local.Hosting;

/// <summary>Checks the feed folders every few seconds: simple, and unlike file events it also works on network shares.</summary>
internal sealed partial class FeedFolderLoop(ProgrammeFolder folder, FeedIntake intake, FeedLog feedLog, ILoggerFactory loggers, IHostApplicationLifetime life) : LoopWhileServing(life)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);

    private readonly ILogger log = loggers.CreateLogger<FeedFolderLoop>();

    protected override async Task Loop(CancellationToken stopping)
    {
        var feeds = new FeedFolder(folder.Path, intake, feedLog, folder.Clock, TimeProvider.System, loggers.CreateLogger<FeedFolder>());
        var patience = Patience.Of(AfterFault, AfterFault, Report);
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await patience.ExecuteAsync(
                    async stop =>
                    {
                        feeds.Make();
                        await feeds.Run(stop);
                    },
                    stopping);
                await Task.Delay(Between, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program is shutting down.
        }
    }

    private void Report(Exception fault, TimeSpan wait)
    {
        if (fault is StorageUnavailableException or IOException or UnauthorizedAccessException)
        {
            LogWaits(fault.Message, wait.TotalSeconds);
        }
        else
        {
            LogFault(fault, wait.TotalSeconds);
        }
    }

    [LoggerMessage(EventId = 4103, Level = LogLevel.Error, Message = "The feed folders are waiting: {Advice} Retry in {Seconds} s; nothing is lost.")]
    private partial void LogWaits(string advice, double seconds);

    [LoggerMessage(EventId = 4104, Level = LogLevel.Error, Message = "Reading the feed folders failed. Retry in {Seconds} s.")]
    private partial void LogFault(Exception fault, double seconds);
}
