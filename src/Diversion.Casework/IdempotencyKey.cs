using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using NodaTime.Text;

namespace Diversion.Casework;

/// <summary>A key that a client gives to a request, so that sending it again changes nothing. Stored with the agreement.</summary>
public static class IdempotencyKey
{
    private const int Shortest = 8;
    private const int Longest = 64;

    public static bool IsWellFormed(string key) =>
        key.Length is >= Shortest and <= Longest && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Identifies who asked for what: the same key for anything else is refused.</summary>
    internal static string Fingerprint(AgreementCommand command)
    {
        var text = $"{command.By.Id}\n{CommandCatalogue.Of(command).Name}\n{JsonSerializer.Serialize(command, command.GetType(), StoredJson.Options)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <param name="first">Number of the first event; the last is the version of <paramref name="then"/>.</param>
    /// <param name="flagged">The refusal that came with the events, if there was one.</param>
    internal static RowChange.Insert Row(string key, string fingerprint, int first, Standing then, Refusal? flagged)
    {
        var row = new Dictionary<string, object>(7)
        {
            ["fingerprint"] = fingerprint, ["first"] = (long)first, ["last"] = (long)then.Version, ["status"] = $"{then.Status}",
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
    internal static Outcome Answer(TableRow row, AgreementState now)
    {
        if (row.TextOrNull("refused") is { } code)
        {
            return new Outcome.Refused(new Refusal.WrongState(code, row.Text("message")));
        }

        var last = (int)row.Number("last");
        return new Outcome.Accepted(now, (int)row.Number("first"), last, Repeated: true)
        {
            Then = new Standing(
                last,
                Enum.TryParse<AgreementStatus>(row.TextOrNull("status"), out var status) ? status : now.Status,
                row.TextOrNull("nextDue") is { } due ? InstantPattern.ExtendedIso.Parse(due).Value : null),
        };
    }
}
