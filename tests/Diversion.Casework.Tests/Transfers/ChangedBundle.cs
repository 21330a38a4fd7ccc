using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diversion.Casework.Streams;
using Diversion.Casework.Transfers;

namespace Diversion.Casework.Tests.Transfers;

/// <summary>Bundles that somebody has changed.</summary>
internal static class ChangedBundle
{
    /// <param name="listed">The list says what the file is then.</param>
    public static (byte[] Zip, string Code) Of(byte[] zip, string file, Func<string, string> change, bool listed)
    {
        var files = Unpacked(zip);
        files[file] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(files[file])));
        if (listed)
        {
            var manifest = JsonNode.Parse(files["manifest.json"])!;
            var entry = manifest["files"]!.AsArray().Single(one => (string)one!["name"]! == file)!;
            entry["size"] = files[file].Length;
            entry["sha256"] = Convert.ToHexStringLower(SHA256.HashData(files[file]));
            if (file == "events.jsonl")
            {
                manifest["chain"] = (string)JsonNode.Parse(Encoding.UTF8.GetString(files[file]).TrimEnd('\n').Split('\n')[^1])!["hash"]!;
            }

            files["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        }

        return (Packed(files), TransferManifest.CodeOf(files["manifest.json"]));
    }

    public static string Rechained(string lines)
    {
        var previous = "";
        var made = new StringBuilder();
        var number = 0;
        foreach (var line in lines.TrimEnd('\n').Split('\n'))
        {
            var json = JsonNode.Parse(line)!;
            using var raw = JsonDocument.Parse(line);
            var data = Encoding.UTF8.GetBytes(raw.RootElement.GetProperty("data").GetRawText());
            var meta = Encoding.UTF8.GetBytes(raw.RootElement.GetProperty("meta").GetRawText());
            var dataHash = StreamRows.DataHash(data, (string?)json["reason"]);
            previous = StreamRows.ChainHash(previous, ++number, (string)json["name"]!, (int)json["version"]!, meta, dataHash);
            made.Append(line.Replace((string)json["dataHash"]!, dataHash, StringComparison.Ordinal).Replace((string)json["hash"]!, previous, StringComparison.Ordinal)).Append('\n');
        }

        return made.ToString();
    }

    public static byte[] With(byte[] zip, string name, byte[] content)
    {
        var made = new MemoryStream();
        made.Write(zip);
        using (var archive = new ZipArchive(made, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }

        return made.ToArray();
    }

    public static Dictionary<string, byte[]> Unpacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                return bytes.ToArray();
            });
    }

    public static byte[] Packed(Dictionary<string, byte[]> files)
    {
        var made = new MemoryStream();
        using (var archive = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return made.ToArray();
    }
}
