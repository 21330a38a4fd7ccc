using System.Globalization;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The tool's result and the officer's judgement, as typed.</summary>
public sealed class RiskForm
{
    public string? Tool { get; set; }

    public string? Score { get; set; }

    public string? ToolBand { get; set; }

    public string? JudgedBand { get; set; }

    /// <summary>There is a result of a tool.</summary>
    public bool HasTool => new[] { Tool, Score, ToolBand }.Any(text => !string.IsNullOrWhiteSpace(text));

    public bool IsTyped => HasTool || !string.IsNullOrEmpty(JudgedBand);

    public static RiskForm Of(RiskAssessment risk) => new()
    {
        Tool = risk.Tool,
        Score = risk.Score?.ToString(CultureInfo.InvariantCulture),
        ToolBand = $"{risk.ToolBand}",
        JudgedBand = $"{risk.JudgedBand}",
    };

    /// <param name="at">The name of the page's property, with a dot.</param>
    public ReferralCommand.RecordRisk Read(FormReading read, string at)
    {
        var tool = read.OptionalText(at + nameof(Tool), Tool, "the assessment tool");
        decimal? score = null;
        if (!string.IsNullOrWhiteSpace(Score))
        {
            if (NumberText.Decimal(Score) is { IsRead: true, Value: >= 0 and < 100_000 and var number })
            {
                score = number;
            }
            else
            {
                read.Fault(at + nameof(Score), FaultWording.NoNumber("the score"));
            }
        }

        RiskBand? toolBand = string.IsNullOrEmpty(ToolBand) ? null : read.Choice<RiskBand>(at + nameof(ToolBand), ToolBand, "the tool’s risk band");
        return new ReferralCommand.RecordRisk(tool, score, toolBand, read.Choice<RiskBand>(at + nameof(JudgedBand), JudgedBand, "your own judgement of the risk"));
    }
}
