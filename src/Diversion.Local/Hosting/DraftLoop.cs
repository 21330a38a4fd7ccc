using Diversion.Casework.Keeping;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Removes expired drafts, at the start and once a day.</summary>
internal sealed partial class DraftLoop(DraftsOver drafts, IClock clock, ILogger<DraftLoop> log, IHostApplicationLifetime life) : UpkeepLoop(TimeSpan.FromDays(1), life)
{
    protected override Task<int> Work(CancellationToken cancellation) => drafts.Delete(clock.GetCurrentInstant(), cancellation);

    [LoggerMessage(EventId = 4201, Level = LogLevel.Information, Message = "{Count} old drafts were removed.")]
    protected override partial void Done(int count);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Error, Message = "Old drafts could not be removed: {Advice} Retry in {Minutes} minutes.")]
    protected override partial void Failed(string advice, double minutes);
}
