using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Web.Access;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Register;

/// <summary>
/// Asks why the cases are exported, then offers the table (<see cref="TableModel"/>). If the form itself answered with the
/// file, the page would keep showing old errors.
/// </summary>
public sealed class DownloadModel(AccessReasons reasons, RegisterChoices choices) : RegisterPage
{
    /// <summary>The reason was given just now.</summary>
    private const string Ready = "ready";

    [FromRoute(Name = "step")]
    public string? Step { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Which cases the table has, as text.</summary>
    public string Which { get; private set; } = "";

    public bool IsReady { get; private set; }

    public IActionResult OnGet()
    {
        if (Begin() is { } other)
        {
            return other;
        }

        Reason = reasons.For(HttpContext, By, AccessReasons.Register);
        IsReady = Step == Ready && Reason is not null;
        return Page();
    }

    public IActionResult OnPost()
    {
        const string what = "the reason";
        if (Begin() is { } other)
        {
            return other;
        }

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

        reasons.Keep(HttpContext, By, AccessReasons.Register, reason);
        return LocalRedirect(SameCases($"{Addresses.RegisterDownload}/{Ready}"));
    }

    /// <returns>What to answer instead; null to continue.</returns>
    private IActionResult? Begin()
    {
        var filter = ReadFilter();
        if (RecordVisibility is not { } visible)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Which = RegisterWording.Of(visible, filter, choices);
        return ModelState.IsValid ? null : LocalRedirect(SameCases(Addresses.Register));
    }
}
