using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
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
        var goals = ReadGoals(Read, nameof(Goals), Goals);
        return Run(
            () => goals,
            goals.Goals.IsEmpty ? "No goals are recorded." : "The goals were saved.",
            Tasks,
            code => code == RefusalCode.ValueOutOfRange ? nameof(Goals) : null);
    }

    internal static ReferralCommand.RecordGoals ReadGoals(FormReading read, string field, string? typed) => new([.. read.Lines(field, typed, "goal", Longest)]);

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordGoals>();

    protected override void Begin() => Goals = string.Join('\n', Agreement.Goals ?? []);
}
