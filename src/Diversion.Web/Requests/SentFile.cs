using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Diversion.Web.Requests;

/// <summary>
/// Reads a form with one file. What is larger than 64 KB is written to a temporary file that only this account can read, and
/// that is gone when the request is.
/// </summary>
internal static class SentFile
{
    /// <summary>
    /// More than is kept, so that for most files that are too large the answer itself says so; beyond it the request is
    /// broken off.
    /// </summary>
    public const int LargestRequest = 64 * 1024 * 1024;

    private const int LongestValue = 4096;
    private const int MostValues = 20;

    private static readonly FormOptions Limits = new()
    {
        MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LongestValue, ValueCountLimit = MostValues,
    };

    /// <param name="tooLarge">What to do about a file that is too large, as a sentence.</param>
    public static async ValueTask<(IFormCollection? Form, Problem? Problem)> Read(HttpRequest request, string tooLarge, CancellationToken cancellation)
    {
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, Problems.Of(
                StatusCodes.Status415UnsupportedMediaType, WebProblem.MediaTypeUnsupported, "Send a form with the file in it: Content-Type multipart/form-data, the file as `file`."));
        }

        if (request.ContentLength > LargestRequest)
        {
            return (null, TooLarge(tooLarge));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestRequest;
        }

        try
        {
            return (await new FormFeature(request, Limits).ReadFormAsync(cancellation), null);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, TooLarge(tooLarge));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
        {
            return (null, Problems.Of(
                StatusCodes.Status400BadRequest, WebProblem.FormMalformed, "The form cannot be read: it is cut short, has no boundary, or has a value that is too long. Nothing was kept. Send it again."));
        }
    }

    private static Problem TooLarge(string whatToDo) => Problems.Of(StatusCodes.Status413PayloadTooLarge, WebProblem.BodyTooLarge, whatToDo);
}
