using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;

namespace Diversion.Casework;

/// <summary>A key that a client gives to a request, so that sending it again changes nothing. Kept with the agreement.</summary>
public static class IdempotencyKey
{
    private const int Shortest = 8;
    private const int Longest = 64;

    public static bool IsWellFormed(string key) =>
        key.Length is >= Shortest and <= Longest && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Of who wants what: the same key for anything else is refused.</summary>
    internal static string Fingerprint(AgreementCommand command)
    {
        var text = $"{command.By.Id}\n{CommandCatalogue.Of(command).Name}\n{JsonSerializer.Serialize(command, command.GetType(), StoredJson.Options)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    internal static RowChange.Insert Row(string key, string fingerprint, int first, int last) => new(
        StreamRows.KeyOfIdempotency(key),
        new Dictionary<string, object>(3) { ["fingerprint"] = fingerprint, ["first"] = (long)first, ["last"] = (long)last });
}
