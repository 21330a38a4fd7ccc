using Diversion.Casework.Access;
using Diversion.Casework.Extracts;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Web.Access;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Analysis;

/// <summary>Asks what the extract is for and how it is to be made, then offers it (<see cref="ExtractFileModel"/>).</summary>
public sealed class ExtractModel(AccessReasons reasons) : PortalPage
{
    private const string Ready = "ready";

    [FromRoute(Name = "step")]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Format { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Release { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public static IReadOnlyList<Choice> Formats { get; } =
        [new($"{ExtractFormat.Csv}", "CSV"), new($"{ExtractFormat.Parquet}", "Parquet")];

    public bool IsReady { get; private set; }

    public ExtractRequest Chosen { get; private set; } = new(ExtractFormat.Csv, null);

    public string FileAddress => $"{Addresses.ExtractFile}{Query()}";

    public IActionResult OnGet()
    {
        if (!AccessPolicy.MayTakeExtracts(By))
        {
            return NotForRole();
        }

        Reason = reasons.For(HttpContext, By, AccessReasons.Extract);
        IsReady = Step == Ready && Reason is not null && ReadChoices();
        ModelState.Clear();
        return Page();
    }

    public IActionResult OnPost()
    {
        if (!AccessPolicy.MayTakeExtracts(By))
        {
            return NotForRole();
        }

        const string what = "what you need it for";
        var reason = Read.Text(nameof(Reason), Reason, what, RecordAccess.LongestReason);
        if (reason.Length is > 0 and < RecordAccess.ShortestReason)
        {
            Read.Fault(nameof(Reason), FaultWording.TooShort(what, RecordAccess.ShortestReason));
        }

        if (!ReadChoices())
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        reasons.Keep(HttpContext, By, AccessReasons.Extract, reason);
        return LocalRedirect($"{Addresses.Extract}/{Ready}{Query()}");
    }

    private bool ReadChoices()
    {
        var format = Read.Choice<ExtractFormat>(nameof(Format), Format, "a format");
        var release = Read.OptionalText(nameof(Release), Release, "the name of the release", ExtractRequest.LongestRelease);
        Chosen = new(format, release);
        return ModelState.IsValid;
    }

    private QueryString Query()
    {
        var query = default(QueryString).Add(nameof(Format), $"{Chosen.Format}");
        return Chosen.Release is { } release ? query.Add(nameof(Release), release) : query;
    }
}
