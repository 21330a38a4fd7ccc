using SkiaSharp;

namespace Diversion.Web.Tests.Hosting;

/// <summary>Small files to put in.</summary>
internal static class Photos
{
    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();
    public static readonly byte[] Exe = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0];
    public static readonly byte[] Html = "<!doctype html><script>alert(1)</script>"u8.ToArray();

    /// <summary>Red on the left, blue on the right.</summary>
    public static byte[] Jpeg(int width, int height, string comment = "")
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            canvas.DrawRect(width / 2f, 0, width / 2f, height, new SKPaint { Color = SKColors.Blue });
        }

        var plain = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
        var text = System.Text.Encoding.ASCII.GetBytes(comment);

        // A comment segment right after the start of the image.
        return comment.Length == 0 ? plain : [.. plain[..2], 0xFF, 0xFE, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. text, .. plain[2..]];
    }
}
