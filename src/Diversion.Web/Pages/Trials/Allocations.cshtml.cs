using System.Text;
using Diversion.Casework.Answers;
using Diversion.Casework.Trials;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>The allocations of a trial whose seed was opened, as a file to save.</summary>
public sealed class AllocationsModel(TrialsQuery query) : PortalPage
{
    [FromRoute(Name = "trial")]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync() => await query.Allocations(Code, By, Cancellation) switch
    {
        Reply<string>.Given { Value: var csv } => File(Encoding.UTF8.GetBytes(csv), "text/csv", $"{Code}-allocations.csv"),
        Reply<string>.Refused { Refusal: var refusal } => Refuse(refusal),
        _ => throw new InvalidOperationException("A reply is given or refused."),
    };
}
