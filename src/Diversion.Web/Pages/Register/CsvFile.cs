using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Diversion.Web.Pages.Register;

/// <summary>
/// Lines that are read while they are sent. Aborts when a read fails, so that the browser does not take half a file for a
/// complete one.
/// </summary>
internal sealed class CsvFile(string name, IAsyncEnumerable<string> lines) : IActionResult
{
    /// <summary>Without the byte order mark, spreadsheets read the file in the code page of their machine.</summary>
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        await using var writer = new StreamWriter(response.Body, WithMark, leaveOpen: true);
        await foreach (var line in lines)
        {
            await writer.WriteAsync(line);
        }
    }
}
