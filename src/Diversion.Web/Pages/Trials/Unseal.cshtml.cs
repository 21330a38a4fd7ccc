using Diversion.Casework.Trials;
using Diversion.Domain.Trials;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>A lead makes the seed of a closed trial known.</summary>
[FreshSignIn]
public sealed class UnsealModel(TrialsQuery query, TrialService trials) : TrialPage(query, trials)
{
    public Task<IActionResult> OnPostAsync() => Run(Code, () => new TrialCommand.UnsealTrial(), "The seed is open. Everybody who reads the protocol can check the allocations.");
}
