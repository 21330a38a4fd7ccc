using System.Text;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Portal;

/// <summary>A page that takes files.</summary>
public abstract class ImportPage : PortalPage
{
    /// <summary>Of a request with its files, in bytes.</summary>
    protected const int LargestRequest = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="field">Of the form.</param>
    /// <param name="largest">In bytes.</param>
    /// <param name="what">What the file should be, in words: "boundary file".</param>
    /// <param name="otherwise">What to do with a larger one; null when there is none that large.</param>
    /// <returns>Its content; null when the form has a fault, which is told beside the field.</returns>
    protected async Task<byte[]?> Content(string field, IFormFile? file, int largest, string what, string? otherwise = null)
    {
        if (file is null)
        {
            Read.Fault(field, "Choose a file");
            return null;
        }

        if (file.Length > largest)
        {
            Read.Fault(field, $"The file is larger than {largest / 1024 / 1024} MB{(otherwise is null ? $", which no {what} is" : $". {otherwise}")}");
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    /// <returns>The content as text; null when it is not UTF-8, which is told beside the field.</returns>
    protected string? TextOf(string field, byte[] content)
    {
        try
        {
            return Utf8.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Read.Fault(field, "The file is not UTF-8. In Excel save it as “CSV UTF-8 (Comma delimited)”");
            return null;
        }
    }
}
