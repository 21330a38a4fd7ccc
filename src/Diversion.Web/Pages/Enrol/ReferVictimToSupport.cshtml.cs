using Diversion.Domain.Victim;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Records the referral to victim support.</summary>
public sealed class ReferVictimToSupportModel : VictimContactPage
{
    public Task<IActionResult> OnPostAsync()
    {
        var (how, on, byWhom, said) = ReadContact();
        return Run(() => new VictimCommand.ReferVictimToSupport(how, on, byWhom, said) { Victim = Number }, "The referral to victim support was saved.", Tasks, FieldOf);
    }

    protected override async ValueTask<IActionResult?> Prepare() => await OpensFor<VictimCommand.ReferVictimToSupport>();
}
