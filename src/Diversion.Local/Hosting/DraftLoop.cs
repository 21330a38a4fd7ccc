using Diversion.Casework.Drafts;
using Diversion.Casework.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Removes drafts of referrals that nobody has touched for the days that the scheme keeps them.</summary>
internal sealed partial class DraftLoop(ReferralDrafts drafts, IClock clock, ILogger<DraftLoop> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await drafts.RemoveOld(clock.GetCurrentInstant(), stoppingToken);
            }
            catch (StorageUnavailableException fault)
            {
                LogWaits(fault.Message);
            }

            await Task.Delay(Between, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(EventId = 4005, Level = LogLevel.Error, Message = "Old drafts are not removed yet: {Advice} It is tried again in six hours.")]
    private partial void LogWaits(string advice);
}
