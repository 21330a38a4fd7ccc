using System.Buffers.Binary;
using System.Text;

namespace Diversion.Casework.Documents.Formats;

/// <summary>
/// The compound file that Outlook and the old Office write (MS-CFB): small files in one, with a directory. Only the names in
/// the directory are read.
/// </summary>
internal static class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int MostSectors = 2000;
    private const uint LastSector = 0xFFFFFFFA;

    public static ReadOnlySpan<byte> Mark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool IsMacro(string name) => name is "Macros" or "_VBA_PROJECT" or "_VBA_PROJECT_CUR" or "VBA";

    /// <returns>None when the file is damaged.</returns>
    public static IReadOnlyList<string> EntryNames(Stream file)
    {
        var header = new byte[HeaderBytes];
        file.Position = 0;
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes || BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) is not (9 or 12))
        {
            return [];
        }

        var size = 1 << BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        var names = new List<string>();
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var read = 0; sector < LastSector && read < MostSectors; read++)
        {
            if (Sector(file, sector, size) is not { } directory)
            {
                break;
            }

            for (var at = 0; at + EntryBytes <= size; at += EntryBytes)
            {
                // The length of a name is in bytes and counts its ending zero.
                var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64));
                if (length is > 2 and <= 64)
                {
                    names.Add(Encoding.Unicode.GetString(directory, at, length - 2));
                }
            }

            sector = After(file, header, sector, size);
        }

        return names;
    }

    /// <summary>The next sector in the chain, from the allocation table.</summary>
    private static uint After(Stream file, byte[] header, uint sector, int size)
    {
        var perSector = size / sizeof(uint);
        var table = (int)(sector / perSector);

        // The header itself knows the first 109 sectors of the table, enough for 7 MB of 512-byte sectors and far more of 4096.
        return table < 109
            && BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (table * sizeof(uint)))) is < LastSector and var at
            && Sector(file, at, size) is { } allocation
            ? BinaryPrimitives.ReadUInt32LittleEndian(allocation.AsSpan((int)(sector % perSector) * sizeof(uint)))
            : LastSector;
    }

    private static byte[]? Sector(Stream file, uint number, int size)
    {
        var content = new byte[size];
        file.Position = Math.Min(file.Length, (number + 1L) * size);
        return file.ReadAtLeast(content, size, throwOnEndOfStream: false) == size ? content : null;
    }
}
