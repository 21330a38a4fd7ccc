using Diversion.Casework.HarmTables;
using Diversion.Casework.Links;
using Diversion.Casework.Streams;
using Diversion.Domain.HarmTables;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.HarmIndex;

/// <summary>Which harm index is loaded, and importing another.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class IndexModel(HarmTableService harm) : ImportPage
{
    private const int LargestFile = 2 * 1024 * 1024;
    private const int LongestVersion = 40;

    [BindProperty]
    public string? Version { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Null while none was imported.</summary>
    public HarmTable? Loaded { get; private set; }

    public async Task<IActionResult> OnGetAsync() => Show(await harm.Loaded(By, Cancellation), loaded => Loaded = loaded);

    public async Task<IActionResult> OnPostAsync()
    {
        var version = Read.Text(nameof(Version), Version, "the version", LongestVersion);
        var file = await Content(nameof(Upload), Upload, LargestFile, "harm index");
        if (!ModelState.IsValid || file is null)
        {
            return await ShowAgain();
        }

        switch (await harm.Import(file, version, By, Now, new ExecuteOptions(IdempotencyKey: FormKey), Cancellation))
        {
            case Outcome<HarmTable>.Refused { Refusal: var refusal }:
                Read.Fault(nameof(Upload), RefusalWording.Of(refusal));
                return await ShowAgain();
            case Outcome<HarmTable>.Unchanged:
                Say("Nothing was changed: this index is loaded already.");
                break;
            default:
                Say("The harm index was imported.");
                break;
        }

        return LocalRedirect(Addresses.HarmIndex);
    }

    private async Task<IActionResult> ShowAgain()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync();
    }
}
