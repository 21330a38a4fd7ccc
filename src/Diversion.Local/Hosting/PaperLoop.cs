using Diversion.Casework.Documents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diversion.Local.Hosting;

/// <summary>Deletes the bytes of papers that no case knows, at the start and once a day.</summary>
internal sealed partial class PaperLoop(OrphanDocuments orphans, ILogger<PaperLoop> log, IHostApplicationLifetime life) : UpkeepLoop(TimeSpan.FromDays(1), life)
{
    protected override Task<int> Work(CancellationToken cancellation) => orphans.Remove(cancellation);

    [LoggerMessage(EventId = 4211, Level = LogLevel.Information, Message = "{Count} files of papers that no case knows were deleted.")]
    protected override partial void Done(int count);

    [LoggerMessage(EventId = 4212, Level = LogLevel.Error, Message = "Files of papers that no case knows could not be deleted: {Advice} Retry in {Minutes} minutes.")]
    protected override partial void Failed(string advice, double minutes);
}
