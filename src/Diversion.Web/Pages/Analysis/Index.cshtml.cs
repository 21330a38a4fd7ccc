using Diversion.Casework.Analysis;
using Diversion.Casework.Links;
using Diversion.Evaluation.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Analysis;

/// <summary>The evaluation, one part a page; the first answers what the effect was.</summary>
public sealed class IndexModel(AnalysisQuery query) : AnalysisPage(query)
{
    [FromRoute(Name = "section")]
    public string? Id { get; set; }

    public ReportSection Section { get; private set; } = null!;

    public string AddressOf(ReportSection section) => section.Id == AnalysisReport.Result ? Addresses.Analysis : $"{Addresses.Analysis}/{section.Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await Load();
        if (View is null)
        {
            return answer;
        }

        if (Report.Sections.FirstOrDefault(section => section.Id == (Id ?? AnalysisReport.Result)) is not { } found)
        {
            return NotFound();
        }

        Section = found;
        return answer;
    }
}
