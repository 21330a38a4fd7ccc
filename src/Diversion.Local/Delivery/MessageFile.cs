using System.Text.Json;

namespace Diversion.Local.Delivery;

/// <summary>
/// One month's file, open at its end. A last line without its line end was cut off by a crash and is removed: it was never
/// confirmed, so it is sent again.
/// </summary>
internal sealed class MessageFile : IDisposable
{
    private readonly FileStream file;
    private readonly int remembered;
    private readonly Queue<string> order;
    private readonly HashSet<string> ids;

    public MessageFile(string path, int remembered)
    {
        Path = path;
        this.remembered = remembered;
        order = new Queue<string>(remembered + 1);
        ids = new HashSet<string>(remembered + 1, StringComparer.Ordinal);

        // No buffer: after a failed write, closing must not try to write the rest again.
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            CutTornLine();
            RememberLastIds();
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public string Path { get; }

    public void Append(string id, ReadOnlySpan<byte> line)
    {
        if (ids.Contains(id))
        {
            return;
        }

        file.Write(line);
        file.Flush(flushToDisk: true);
        Remember(id);
    }

    public void Dispose() => file.Dispose();

    private void CutTornLine()
    {
        var end = file.Length;
        while (end > 0)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                break;
            }

            end--;
        }

        if (end < file.Length)
        {
            file.SetLength(end);
            file.Flush(flushToDisk: true);
        }

        file.Position = end;
    }

    private void RememberLastIds()
    {
        file.Position = 0;
        using (var reader = new StreamReader(file, leaveOpen: true))
        {
            var last = new Queue<string>(remembered + 1);
            while (reader.ReadLine() is { } line)
            {
                last.Enqueue(line);
                if (last.Count > remembered)
                {
                    last.Dequeue();
                }
            }

            foreach (var line in last)
            {
                if (IdOf(line) is { } id)
                {
                    Remember(id);
                }
            }
        }

        file.Seek(0, SeekOrigin.End);
    }

    private void Remember(string id)
    {
        if (ids.Add(id))
        {
            order.Enqueue(id);
        }

        if (order.Count > remembered)
        {
            ids.Remove(order.Dequeue());
        }
    }

    // A line that somebody has edited is left alone; it just cannot be recognised as a repeat.
    private static string? IdOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
