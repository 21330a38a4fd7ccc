using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using NodaTime.Text;

namespace Diversion.Casework.Streams;

/// <summary>A key that a client gives to a request, so that sending it again changes nothing. Stored with the stream.</summary>
public static class IdempotencyKey
{
    private const int Shortest = 8;
    private const int Longest = 64;

    public static bool IsWellFormed(string key) =>
        key.Length is >= Shortest and <= Longest && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Identifies who asked for what: the same key for anything else is refused.</summary>
    /// <param name="commands">Each with its name.</param>
    internal static string Fingerprint(IReadOnlyList<(StreamCommand Command, string Name)> commands)
    {
        var text = string.Join('\n', commands.Select(one => $"{one.Command.By.Id}\n{one.Name}\n{JsonSerializer.Serialize(one.Command, one.Command.GetType(), StoredJson.Options)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <param name="first">Number of the first event; the last is the version of <paramref name="then"/>.</param>
    /// <param name="flagged">The refusal that came with the events, if there was one.</param>
    internal static RowChange.Insert Row(string key, string fingerprint, int first, Standing then, Refusal? flagged)
    {
        var row = new Dictionary<string, object>(7)
        {
            ["fingerprint"] = fingerprint, ["first"] = (long)first, ["last"] = (long)then.Version, ["status"] = then.Status,
        };
        if (then.NextDue is { } due)
        {
            row["nextDue"] = InstantPattern.ExtendedIso.Format(due);
        }

        if (flagged is not null)
        {
            row["refused"] = flagged.Code;
            row["message"] = flagged.Message;
        }

        return new RowChange.Insert(StreamRows.KeyOfIdempotency(key), row);
    }

    /// <summary>The answer that was given with the key.</summary>
    /// <param name="statusNow">For rows of a version that kept no status.</param>
    internal static Outcome<TState> Answer<TState>(TableRow row, TState now, string statusNow)
    {
        if (row.TextOrNull("refused") is { } code)
        {
            return new Outcome<TState>.Refused(new Refusal.WrongState(code, row.Text("message")));
        }

        var last = (int)row.Number("last");
        var then = new Standing(
            last, row.TextOrNull("status") ?? statusNow, row.TextOrNull("nextDue") is { } due ? InstantPattern.ExtendedIso.Parse(due).Value : null);
        return new Outcome<TState>.Accepted(now, (int)row.Number("first"), last, then, Repeated: true);
    }
}
