using Diversion.Casework.Keeping;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Erases the records whose erasure leads have ordered, a few seconds later.</summary>
internal sealed partial class ErasureLoop(Erasing erasing, IClock clock, ILogger<ErasureLoop> log, IHostApplicationLifetime life) : UpkeepLoop(TimeSpan.FromSeconds(10), life)
{
    protected override Task<int> Work(CancellationToken cancellation) => erasing.Finish(clock.GetCurrentInstant(), cancellation);

    [LoggerMessage(EventId = 4221, Level = LogLevel.Information, Message = "{Count} records were erased.")]
    protected override partial void Done(int count);

    [LoggerMessage(EventId = 4222, Level = LogLevel.Error, Message = "What was ordered to be erased could not be erased now: {Advice} Retry in {Minutes} minutes.")]
    protected override partial void Failed(string advice, double minutes);
}
