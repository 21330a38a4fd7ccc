using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Portal;

/// <summary>A page that takes files which replace what is loaded, whole or not at all.</summary>
public abstract class ImportPage : PortalPage
{
    /// <summary>Of a request with its files, in bytes.</summary>
    protected const int LargestRequest = 16 * 1024 * 1024;

    /// <param name="field">Of the form.</param>
    /// <param name="largest">In bytes.</param>
    /// <param name="what">What the file should be, in words: "boundary file".</param>
    /// <returns>Its content; null when the form has a fault, which is told beside the field.</returns>
    protected async Task<byte[]?> Content(string field, IFormFile? file, int largest, string what)
    {
        if (file is null)
        {
            Read.Fault(field, "Choose a file");
            return null;
        }

        if (file.Length > largest)
        {
            Read.Fault(field, $"The file is larger than {largest / 1024 / 1024} MB, which no {what} is");
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }
}
