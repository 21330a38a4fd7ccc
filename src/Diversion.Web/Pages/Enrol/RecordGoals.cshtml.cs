using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The participant's own goals, a line each.</summary>
public sealed class RecordGoalsModel : EnrolmentPage
{
    /// <summary>Each is printed: a sentence, not a story.</summary>
    public const int Longest = 200;

    public const int Most = ReferralCommand.RecordGoals.Most;

    [BindProperty]
    public string? Goals { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var lines = (Goals ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.FindIndex(lines, line => line.Length > Longest) is >= 0 and var tooLong)
        {
            Read.Fault(nameof(Goals), FaultWording.TooLong($"goal {tooLong + 1}", Longest));
        }

        return Run(
            () => new ReferralCommand.RecordGoals([.. lines]),
            lines.Length == 0 ? "No goals are recorded." : "The goals were saved.",
            Tasks,
            code => code == RefusalCode.ValueOutOfRange ? nameof(Goals) : null);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordGoals>();

    protected override void Begin() => Goals = string.Join('\n', Agreement.Goals ?? []);
}
