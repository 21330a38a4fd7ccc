using Diversion.Domain;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The needs behind the offending.</summary>
public sealed class RecordNeedsModel : EnrolmentPage
{
    [BindProperty]
    public List<string> Needs { get; set; } = [];

    public static IReadOnlyList<Choice> All { get; } =
        [.. Enum.GetValues<PathwayKind>().Select(need => new Choice($"{need}", Labels.Sentence(Words.Of(need))))];

    public Task<IActionResult> OnPostAsync()
    {
        var needs = Needs.Select(need => Read.Choice<PathwayKind>(nameof(Needs), need, "needs from the list")).ToArray();
        return Run(() => new ReferralCommand.RecordNeeds([.. needs]), needs.Length == 0 ? "No needs are recorded." : "The needs were saved.", Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordNeeds>();

    protected override void Begin() => Needs = [.. (Agreement.Needs ?? []).Select(need => $"{need}")];
}
