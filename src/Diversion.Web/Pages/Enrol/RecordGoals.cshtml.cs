using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The participant's own goals, a line each.</summary>
public sealed class RecordGoalsModel : EnrolmentPage
{
    private const int LongestGoals = 10_000;

    [BindProperty]
    public string? Goals { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var goals = Read.OptionalText(nameof(Goals), Goals, "what they want to reach", LongestGoals);
        var lines = (goals ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Run(
            () => new ReferralCommand.RecordGoals([.. lines]),
            "The goals were saved.",
            Tasks,
            code => code == RefusalCode.ValueOutOfRange ? nameof(Goals) : null);
    }

    protected override ValueTask<IActionResult?> Prepare() => new(OnlyFor<ReferralCommand.RecordGoals>());

    protected override void Begin() => Goals = string.Join('\n', Agreement.Goals ?? []);
}
