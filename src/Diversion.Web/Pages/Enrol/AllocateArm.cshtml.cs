using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Records the arm that the trial team allocated.</summary>
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
        return Run(() => new ReferralCommand.AllocateArm(arm, stratum, number), arm == TrialArm.Control
            ? "Allocation recorded: usual processing. The case has ended in the programme. The police decide what happens next."
            : "Allocation recorded: the programme. The officer can make the offer.", Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.AllocateArm>();
}
