using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>One press: the open trial allocates.</summary>
public sealed class AllocateArmModel(Rulebook rulebook) : EnrolmentPage
{
    [BindProperty]
    public string? ResearchConsent { get; set; }

    public string? Title => rulebook.Trial?.Protocol.Title;

    public bool AsksConsent => rulebook.Trial?.Protocol.AsksResearchConsent == true;

    public Task<IActionResult> OnPostAsync()
    {
        var consent = AsksConsent ? Read.YesNo(nameof(ResearchConsent), ResearchConsent, "whether the person agrees") : (bool?)null;
        return Run(
            () => new ReferralCommand.AllocateArm(consent),
            "The trial has allocated. Read below what it means, and what to say to the person.",
            Addresses.TrialPlace(Reference),
            code => code == RefusalCode.ResearchConsentMissing ? nameof(ResearchConsent) : null);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.AllocateArm>();
}
