using System.IO.Compression;
using System.Text;

namespace Diversion.Casework.Tests.Documents;

/// <summary>Small files of each kind, made by hand.</summary>
internal static class Files
{
    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];
    public static readonly byte[] Png = [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];
    public static readonly byte[] Heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];
    public static readonly byte[] Exe = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0];
    public static readonly byte[] Text = Encoding.UTF8.GetBytes("Zoë rang.\r\nShe was ill on the 3rd.\n");
    public static readonly byte[] Html = "<!doctype html><script>alert(1)</script>"u8.ToArray();
    public static readonly byte[] Email = "Received: from mx.example\r\nFrom: Dr Who <who@example.test>\r\nTo: kit@example.test\r\nSubject: Note\r\n\r\nHe was ill.\r\n"u8.ToArray();

    public static byte[] Zip(params string[] parts)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var entry = zip.CreateEntry(part).Open();
                entry.Write("<x/>"u8);
            }
        }

        return made.ToArray();
    }

    public static byte[] Docx(params string[] more) => Zip(["[Content_Types].xml", "_rels/.rels", "word/document.xml", .. more]);

    /// <summary>A compound file of 512-byte sectors: its allocation table, then a directory with these names.</summary>
    public static byte[] Compound(params string[] names)
    {
        const int size = 512;
        var perSector = size / 128;
        string[] all = ["Root Entry", .. names];
        var directories = (all.Length + perSector - 1) / perSector;
        var file = new byte[size * (2 + directories)];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file, 0);
        BitConverter.TryWriteBytes(file.AsSpan(30), (ushort)9);
        BitConverter.TryWriteBytes(file.AsSpan(48), 1u);
        for (var entry = 0; entry < 109; entry++)
        {
            BitConverter.TryWriteBytes(file.AsSpan(76 + (4 * entry)), entry == 0 ? 0u : 0xFFFFFFFF);
        }

        // Sector 0 is the table: it ends the chain of the directory, which is in sectors 1 and on.
        var table = file.AsSpan(size);
        for (var sector = 0; sector < size / 4; sector++)
        {
            BitConverter.TryWriteBytes(table[(4 * sector)..], sector == 0 ? 0xFFFFFFFD : sector < directories ? (uint)sector + 1 : sector == directories ? 0xFFFFFFFE : 0xFFFFFFFF);
        }

        for (var entry = 0; entry < all.Length; entry++)
        {
            var at = file.AsSpan((2 * size) + (entry * 128));
            Encoding.Unicode.GetBytes(all[entry], at);
            BitConverter.TryWriteBytes(at[64..], (ushort)((all[entry].Length + 1) * 2));
        }

        return file;
    }
}
