using Diversion.Casework.Analysis;
using Diversion.Casework.Answers;
using Diversion.Evaluation.Reports;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Analysis;

/// <summary>A page of the evaluation, with the follow-up that the reader chose.</summary>
public abstract class AnalysisPage(AnalysisQuery query) : PortalPage
{
    public AnalysisView View { get; private set; } = null!;

    public AnalysisReport Report => View.Report;

    /// <summary>12 or 24; anything else is 12.</summary>
    [FromQuery(Name = "months")]
    public string? Months { get; set; }

    public bool Is24 => Months == "24";

    /// <summary>The same address with the follow-up that was chosen.</summary>
    public string SameMonths(string address) => Is24 ? $"{address}?months=24" : address;

    protected async Task<IActionResult> Load() =>
        Show<AnalysisView>(await query.Of(By, Is24 ? 24 : 12, Cancellation), view => View = view);
}
