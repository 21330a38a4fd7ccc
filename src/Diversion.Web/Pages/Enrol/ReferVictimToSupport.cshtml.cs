using Diversion.Domain.Victim;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Confirms the referral to victim support.</summary>
public sealed class ReferVictimToSupportModel : EnrolmentPage
{
    public Task<IActionResult> OnPostAsync() =>
        Run(() => new VictimCommand.ReferVictimToSupport(), "The referral to victim support was saved.", Tasks);

    protected override ValueTask<IActionResult?> Prepare() => Opens<VictimCommand.ReferVictimToSupport>();
}
