using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The participant's own goals, one per line.</summary>
public sealed class RecordGoalsModel : EnrolmentPage
{
    /// <summary>Each is printed: a sentence, not a story.</summary>
    public const int Longest = 200;

    public const int Most = ReferralCommand.RecordGoals.Most;

    [BindProperty]
    public string? Goals { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var lines = Read.Lines(nameof(Goals), Goals, "goal", Longest);
        return Run(
            () => new ReferralCommand.RecordGoals([.. lines]),
            lines.Length == 0 ? "No goals are recorded." : "The goals were saved.",
            Tasks,
            code => code == RefusalCode.ValueOutOfRange ? nameof(Goals) : null);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordGoals>();

    protected override void Begin() => Goals = string.Join('\n', Agreement.Goals ?? []);
}
