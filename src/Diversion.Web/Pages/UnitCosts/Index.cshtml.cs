using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.Streams;
using Diversion.Casework.UnitCosts;
using Diversion.Domain.UnitCosts;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.UnitCosts;

/// <summary>Which unit costs are loaded, and importing the force's own.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class IndexModel(UnitCostService costs) : ImportPage
{
    private const int LargestFile = 1024 * 1024;
    private const int LongestSource = 200;
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    [BindProperty]
    public string? SeriesSource { get; set; }

    [BindProperty]
    public string? PriceYear { get; set; }

    [BindProperty]
    public IFormFile? Costs { get; set; }

    [BindProperty]
    public IFormFile? Series { get; set; }

    /// <summary>Null while none were imported, and the examples that ship are used.</summary>
    public UnitCostTable? Loaded { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!AccessPolicy.MayImportForAnalysis(By))
        {
            return NotForRole();
        }

        Loaded = await costs.Find(UnitCostId.Programme, Cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AccessPolicy.MayImportForAnalysis(By))
        {
            return NotForRole();
        }

        var file = await Content(nameof(Costs), Costs, LargestFile, "table of unit costs");
        var series = await Content(nameof(Series), Series, LargestFile, "price series");
        var source = Read.Text(nameof(SeriesSource), SeriesSource, "which price series it is", LongestSource);
        var year = Read.Number(nameof(PriceYear), PriceYear, "the price year", FirstYear, LastYear);
        if (!ModelState.IsValid || file is null || series is null)
        {
            return await ShowAgain();
        }

        switch (await costs.Import(file, series, source, year, By, Now, new ExecuteOptions(IdempotencyKey: FormKey), Cancellation))
        {
            case Outcome<UnitCostTable>.Refused { Refusal: var refusal }:
                Read.Fault(nameof(Costs), RefusalWording.Of(refusal));
                return await ShowAgain();
            case Outcome<UnitCostTable>.Unchanged:
                Say("Nothing was changed: these unit costs are loaded already.");
                break;
            default:
                Say("The unit costs were imported.");
                break;
        }

        return LocalRedirect(Addresses.UnitCosts);
    }

    private async Task<IActionResult> ShowAgain()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync();
    }
}
