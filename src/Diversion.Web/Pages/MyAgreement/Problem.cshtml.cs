using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>What the person sees in place of a page of theirs that failed. Nobody opens it by its address.</summary>
public sealed class ProblemModel : PersonPage
{
    public string Text { get; private set; } = "problem.gone";

    /// <summary>The store may be what failed.</summary>
    protected override bool ReadsCase => false;

    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<PageFault>() is not { } fault)
        {
            return NotFound();
        }

        Text = fault.Status switch
        {
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => "problem.gone",
            StatusCodes.Status429TooManyRequests => "problem.wait",
            >= 500 => "problem.broken",
            _ => "problem.again",
        };
        return Page();
    }
}
