using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Agreements;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Local.Storage;

namespace Diversion.Benchmarks.Cases;

/// <summary>A hash of everything that casework stores for two signed agreements: if it changes, kept data folders are made again.</summary>
internal static class StoredFormat
{
    private static readonly int[] Numbers = [1, 99];

    public static async Task<string> Hash()
    {
        var folder = Directory.CreateTempSubdirectory("diversion-format-").FullName;
        try
        {
            await using var store = SqliteTableStore.Open(folder);
            return await Hash(store);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Hash(SqliteTableStore store)
    {
        using var cache = new StreamCache(10);
        var casework = new CaseworkService(store, cache, People.Rulebook, new Silence());
        foreach (var script in Numbers.Select(number => new CaseScript(number)))
        {
            foreach (var command in script.Signing())
            {
                if (await casework.Execute(script.Id, command) is Outcome.Refused refused)
                {
                    throw new InvalidOperationException($"{command}: {refused.Refusal.Message}");
                }
            }
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Tables.All)
        {
            await foreach (var row in store.Scan(table))
            {
                var properties = row.Properties.OrderBy(property => property.Key, StringComparer.Ordinal)
                    .Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Key}={property.Value}"));
                hash.AppendData(Encoding.UTF8.GetBytes($"{table}|{row.Partition}|{row.Row}|{string.Join('|', properties)}\n"));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
