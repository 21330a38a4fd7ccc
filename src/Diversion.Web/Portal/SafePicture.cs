using SkiaSharp;

namespace Diversion.Web.Portal;

/// <summary>
/// A photo drawn anew: what is shown is made by us, pixel by pixel, so nothing else that was in the file reaches a browser,
/// nor where and when the photo was taken. The original stays as it is, for the download.
/// </summary>
internal static class SafePicture
{
    public const string ContentType = "image/jpeg";

    /// <summary>In pixels: enough to read a page on a screen.</summary>
    private const int LongestSide = 2000;

    /// <summary>Of what is held in memory at once: about 100 MB.</summary>
    private const long MostPixels = 25_000_000;

    private const int Quality = 85;

    /// <summary>Each takes memory; the others wait.</summary>
    private static readonly SemaphoreSlim AtOnce = new(2);

    /// <returns>Null when it is no picture that can be drawn, or too large a one.</returns>
    public static async Task<byte[]?> Draw(byte[] original, CancellationToken cancellation)
    {
        await AtOnce.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Draw(original), cancellation);
        }
        finally
        {
            AtOnce.Release();
        }
    }

    private static byte[]? Draw(byte[] original)
    {
        using var data = SKData.CreateCopy(original);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0)
        {
            return null;
        }

        // A JPEG can be read at a part of its size.
        var size = codec.GetScaledDimensions(Math.Min(1f, (float)LongestSide / Math.Max(codec.Info.Width, codec.Info.Height)));
        if ((long)size.Width * size.Height > MostPixels)
        {
            return null;
        }

        using var read = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        return codec.GetPixels(read.Info, read.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput
            ? Draw(read, codec.EncodedOrigin)
            : null;
    }

    private static byte[]? Draw(SKBitmap read, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.RightTop or SKEncodedOrigin.LeftBottom or SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightBottom;
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(read.Width, read.Height));
        var (width, height) = ((int)Math.Max(1, read.Width * scale), (int)Math.Max(1, read.Height * scale));
        using var surface = SKSurface.Create(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (surface is null)
        {
            return null;
        }

        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        Turn(canvas, origin, width, height);
        using var image = SKImage.FromBitmap(read);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded?.ToArray();
    }

    /// <summary>Telephones store a photo as the sensor saw it, and beside it how it was held.</summary>
    private static void Turn(SKCanvas canvas, SKEncodedOrigin origin, int width, int height)
    {
        switch (origin)
        {
            case SKEncodedOrigin.BottomRight:
                canvas.RotateDegrees(180, width / 2f, height / 2f);
                break;
            case SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom:
                canvas.Translate(height, 0);
                canvas.RotateDegrees(90);
                break;
            case SKEncodedOrigin.LeftBottom or SKEncodedOrigin.LeftTop:
                canvas.Translate(0, width);
                canvas.RotateDegrees(-90);
                break;
        }
    }
}
