using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Web.Access;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>Asks for the reason for reading a record outside one's own work. Shows nothing of the record itself.</summary>
public sealed class ReasonModel(AccessReasons reasons) : PortalPage
{
    [FromRoute(Name = "reference")]
    public string Reference { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    private string Record => Addresses.Agreement(Reference);

    public IActionResult OnGet() =>
        !AgreementIds.IsWellFormed(Reference) ? NotFound()
        : AccessPolicy.LooksFurtherWithReason(By) ? Page()
        : LocalRedirect(Record);

    public IActionResult OnPost()
    {
        if (!AccessPolicy.LooksFurtherWithReason(By))
        {
            return LocalRedirect(Record);
        }

        const string what = "the reason";
        var reason = Read.Text(nameof(Reason), Reason, what, RecordAccess.LongestReason);
        if (reason.Length is > 0 and < RecordAccess.ShortestReason)
        {
            Read.Fault(nameof(Reason), FaultWording.TooShort(what, RecordAccess.ShortestReason));
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        reasons.Keep(HttpContext, By, Reference, reason);
        return GoBackTo(ReturnUrl ?? Record);
    }
}
