using System.Globalization;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The tool's result and the officer's judgement, stored separately.</summary>
public sealed class RecordRiskModel : EnrolmentPage
{
    [BindProperty]
    public string? Tool { get; set; }

    [BindProperty]
    public string? Score { get; set; }

    [BindProperty]
    public string? ToolBand { get; set; }

    [BindProperty]
    public string? JudgedBand { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var tool = Read.OptionalText(nameof(Tool), Tool, "the assessment tool");
        decimal? score = null;
        if (!string.IsNullOrWhiteSpace(Score))
        {
            if (NumberText.Decimal(Score) is { IsRead: true, Value: >= 0 and < 100_000 and var number })
            {
                score = number;
            }
            else
            {
                Read.Fault(nameof(Score), FaultWording.NoNumber("the score"));
            }
        }

        RiskBand? toolBand = string.IsNullOrEmpty(ToolBand) ? null : Read.Choice<RiskBand>(nameof(ToolBand), ToolBand, "the tool’s risk band");
        var judged = Read.Choice<RiskBand>(nameof(JudgedBand), JudgedBand, "your own judgement of the risk");
        return Run(() => new ReferralCommand.RecordRisk(tool, score, toolBand, judged), "Risk saved. The eligibility rules now use your judgement.", Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordRisk>();

    protected override void Begin()
    {
        var risk = Agreement.Referral!.Risk;
        Tool = risk.Tool;
        Score = risk.Score?.ToString(CultureInfo.InvariantCulture);
        ToolBand = $"{risk.ToolBand}";
        JudgedBand = $"{risk.JudgedBand}";
    }
}
