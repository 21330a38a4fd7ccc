using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Keeps what a trial allocated.</summary>
public sealed class AllocateArmModel : EnrolmentPage
{
    [BindProperty]
    public string? Arm { get; set; }

    [BindProperty]
    public string? Stratum { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    public static IReadOnlyList<Choice> Arms { get; } = [new($"{TrialArm.Programme}", "The programme"), new($"{TrialArm.Control}", "Usual processing")];

    public Task<IActionResult> OnPostAsync()
    {
        var arm = Read.Choice<TrialArm>(nameof(Arm), Arm, "what the trial allocated");
        var stratum = Read.Text(nameof(Stratum), Stratum, "the stratum");
        var number = Read.Number(nameof(Number), Number, "the number in the stratum", 1, 1_000_000);
        return Run(() => new ReferralCommand.AllocateArm(arm, stratum, number), "The trial’s allocation was recorded.", Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.AllocateArm>();
}
