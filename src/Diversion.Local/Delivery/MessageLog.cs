using Diversion.Casework.Delivery;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using NodaTime.Text;

namespace Diversion.Local.Delivery;

/// <summary>
/// Appends each notice as one line, a CloudEvent 1.0 in JSON, to <c>messages/yyyy-MM.jsonl</c> under the data folder,
/// flushed to disk. The month is that of the event, so that a repeat goes to the same file. At least once: a notice that is
/// among the last <see cref="Remembered"/> lines of its file is not written again; an older repeat is, and readers drop it
/// by id.
/// </summary>
public sealed class MessageLog(string dataFolder, Programme programme) : IPublisher, IDisposable
{
    /// <summary>How many ids at the end of the file are remembered.</summary>
    public const int Remembered = 1000;

    private readonly string folder = Path.Combine(dataFolder, "messages");
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private MessageFile? current;

    public async ValueTask Publish(OutgoingMessage.Notice notice, CancellationToken cancellation = default)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            Open(Path.Combine(folder, LocalDatePattern.CreateWithInvariantCulture("uuuu-MM").Format(notice.Time.InUtc().Date) + ".jsonl"))
                .Append(notice.Id, [.. CloudEvent.Json(notice, programme), (byte)'\n']);
        }
        catch (Exception outage) when (outage is IOException or UnauthorizedAccessException)
        {
            // The line may be incomplete: the next opening repairs it.
            Close();
            throw new DeliveryFailedException(
                $"Message {notice.Id} could not be written to {folder}: {outage.Message} Check that the disk has space and that this account may write there; delivery will be retried.",
                outage);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        Close();
        oneAtATime.Dispose();
    }

    private MessageFile Open(string path)
    {
        if (current?.Path != path)
        {
            Close();
            Directory.CreateDirectory(folder);
            current = new MessageFile(path, Remembered);
        }

        return current;
    }

    private void Close()
    {
        current?.Dispose();
        current = null;
    }
}
