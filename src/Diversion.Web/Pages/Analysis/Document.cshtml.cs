using Diversion.Casework.Analysis;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Diversion.Web.Pages.Analysis;

/// <summary>The whole evaluation on one page: to print, or as a file that loads nothing.</summary>
public sealed class DocumentModel(AnalysisQuery query) : AnalysisPage(query)
{
    private const string AsFile = "save";

    [FromRoute(Name = "save")]
    public string? Save { get; set; }

    public bool IsFile => Save == AsFile;

    public async Task<IActionResult> OnGetAsync()
    {
        if (Save is not (null or AsFile))
        {
            return NotFound();
        }

        var answer = await Load();
        if (IsFile && View is not null)
        {
            Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"evaluation-{View.Months}-months.html" }.ToString();
            HttpContext.Features.Set(OwnContentPolicy.Sandbox);
        }

        return answer;
    }
}
