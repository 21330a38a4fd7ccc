using Diversion.Casework.Analysis;
using Diversion.Casework.Answers;
using Diversion.Domain.Trials;
using Diversion.Evaluation.Reports;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Analysis;

/// <summary>A page of the evaluation, with the follow-up and the trial that the reader chose.</summary>
public abstract class AnalysisPage(AnalysisQuery query) : PortalPage
{
    public AnalysisView View { get; private set; } = null!;

    public AnalysisReport Report => View.Report;

    /// <summary>12 or 24; anything else is 12.</summary>
    [FromQuery(Name = "months")]
    public string? Months { get; set; }

    public bool Is24 => Months == "24";

    /// <summary>Code of a trial; without it the last one that has closed.</summary>
    [FromQuery(Name = "trial")]
    public string? Trial { get; set; }

    /// <summary>"About the trial “Diversion after theft”, which has closed."</summary>
    public string? About => View.Trial is { } trial && Report.HasTrial ? $"About the trial “{trial.Title}”, which {(trial.Status == TrialStatus.Open ? "is open" : "has closed")}." : null;

    /// <summary>The address with the follow-up and the trial that were chosen.</summary>
    public string Same(string address) => At(address, Is24, View.Trial?.Trial);

    public string At(string address, bool is24, string? trial)
    {
        var asked = default(QueryString);
        asked = is24 ? asked.Add("months", "24") : asked;
        return $"{address}{(trial is null || trial == View.Trials[0].Trial ? asked : asked.Add("trial", trial))}";
    }

    protected async Task<IActionResult> Load() =>
        Show<AnalysisView>(await query.Of(By, Is24 ? 24 : 12, Trial, Cancellation), view => View = view);
}
