using Diversion.Casework.Access;
using Diversion.Casework.Boundaries;
using Diversion.Casework.Links;
using Diversion.Casework.Streams;
using Diversion.Domain.Boundaries;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Boundaries;

/// <summary>Which outlines of wards and districts are loaded, and importing others.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class IndexModel(BoundaryService boundaries) : ImportPage
{
    private const int LargestFile = 15 * 1024 * 1024;
    private const int LongestName = 60;

    public static IReadOnlyList<Choice> Kinds { get; } = [new(BoundaryId.Wards.Value, "Wards"), new(BoundaryId.Districts.Value, "Districts")];

    [BindProperty]
    public string? Areas { get; set; }

    [BindProperty]
    public string? Property { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What is loaded of each kind; null where nothing was imported.</summary>
    public IReadOnlyList<(string Kind, BoundarySet? Set)> Loaded { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!AccessPolicy.MayImportForAnalysis(By))
        {
            return NotForRole();
        }

        Loaded = [("Wards", await boundaries.Find(BoundaryId.Wards, Cancellation)), ("Districts", await boundaries.Find(BoundaryId.Districts, Cancellation))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AccessPolicy.MayImportForAnalysis(By))
        {
            return NotForRole();
        }

        var id = BoundaryId.Read(Areas ?? "");
        if (id is null)
        {
            Read.Fault(nameof(Areas), "Choose what the outlines are of");
        }

        var property = Read.Text(nameof(Property), Property, "the property with the names", LongestName);
        var file = await Content(nameof(Upload), Upload, LargestFile, "boundary file");
        if (!ModelState.IsValid || file is null)
        {
            return await ShowAgain();
        }

        switch (await boundaries.Import(id!.Value, file, property, By, Now, new ExecuteOptions(IdempotencyKey: FormKey), Cancellation))
        {
            case Outcome<BoundarySet>.Refused { Refusal: var refusal }:
                Read.Fault(nameof(Upload), RefusalWording.Of(refusal));
                return await ShowAgain();
            case Outcome<BoundarySet>.Unchanged:
                Say("Nothing was changed: these boundaries are loaded already.");
                break;
            default:
                Say("The boundaries were imported.");
                break;
        }

        return LocalRedirect(Addresses.Boundaries);
    }

    private async Task<IActionResult> ShowAgain()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync();
    }
}
