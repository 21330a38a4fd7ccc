using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Keeping;

/// <summary>The log as lines of JSON, one an entry: what a host keeps apart from its store.</summary>
public static class DestructionText
{
    public static string Line(DestructionEntry entry) => JsonSerializer.Serialize(entry, StoredJson.Options) + "\n";

    /// <param name="source">Named in errors.</param>
    /// <exception cref="StorageUnavailableException">A line is damaged. The last one may be cut short by a crash: it is left out.</exception>
    public static IReadOnlyList<DestructionEntry> Read(string text, string source)
    {
        var entries = new List<DestructionEntry>();
        foreach (var (number, line) in text.Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                entries.Add(JsonSerializer.Deserialize<DestructionEntry>(line, StoredJson.Options)!);
            }
            catch (JsonException) when (!text.EndsWith('\n') && text.EndsWith(line, StringComparison.Ordinal))
            {
                break;
            }
            catch (JsonException fault)
            {
                throw new StorageUnavailableException(
                    $"Line {number + 1} of the destruction log {source} cannot be read. Restore the file: without it, what was erased could come back with a backup.", fault);
            }
        }

        return entries;
    }
}
