using Diversion.Casework.Feeds;
using Diversion.Casework.Storage;
using Diversion.Local.Hosting;
using Diversion.Local.Programmes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diversion.Local.Feeds;

/// <summary>Checks the feed folders every few seconds: simple, and unlike file events it also works on network shares.</summary>
internal sealed partial class FeedFolderLoop(ProgrammeFolder folder, FeedIntake intake, FeedLog feedLog, ILoggerFactory loggers, IHostApplicationLifetime life) : LoopWhileServing(life)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);

    private readonly ILogger log = loggers.CreateLogger<FeedFolderLoop>();

    protected override async Task Loop(CancellationToken stopping)
    {
        var feeds = new FeedFolder(folder.Path, intake, feedLog, folder.Clock, TimeProvider.System, loggers.CreateLogger<FeedFolder>());
        while (!stopping.IsCancellationRequested)
        {
            var wait = Between;
            try
            {
                feeds.Make();
                await feeds.Run(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is StorageUnavailableException or IOException or UnauthorizedAccessException)
            {
                wait = AfterFault;
                LogWaits(fault.Message, wait.TotalSeconds);
            }
            catch (Exception fault)
            {
                wait = AfterFault;
                LogFault(fault, wait.TotalSeconds);
            }

            await Task.Delay(wait, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(EventId = 4103, Level = LogLevel.Error, Message = "The feed folders are waiting: {Advice} Retry in {Seconds} s; nothing is lost.")]
    private partial void LogWaits(string advice, double seconds);

    [LoggerMessage(EventId = 4104, Level = LogLevel.Error, Message = "Reading the feed folders failed. Retry in {Seconds} s.")]
    private partial void LogFault(Exception fault, double seconds);
}
