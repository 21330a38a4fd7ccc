using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.ServiceEntries;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Services;

/// <summary>Imports services from a file: rows that can be taken are kept, the others are shown with why.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportModel(ServiceImport import) : ImportPage
{
    public const int FaultsShown = 200;

    /// <summary>Some 2,000 services; more are imported with the command line.</summary>
    private const int LargestFile = 1024 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What came of the file; null before one was sent.</summary>
    public ServiceImportReport? Report { get; private set; }

    public IActionResult OnGet() => AccessPolicy.MayImportServices(By) ? Page() : NotForRole();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AccessPolicy.MayImportServices(By))
        {
            return NotForRole();
        }

        if (await Content(nameof(Upload), Upload, LargestFile, "file of services", "Import it in parts, or on the server with `import services`") is { } bytes
            && TextOf(nameof(Upload), bytes) is { } csv)
        {
            await Run(csv);
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task Run(string csv)
    {
        switch (await import.Run(csv, By, Now, Cancellation))
        {
            case Reply<ServiceImportReport>.Given { Value: var report }:
                Report = report;
                break;
            case Reply<ServiceImportReport>.Refused { Refusal: var refusal }:
                Read.Fault(nameof(Upload), RefusalWording.Of(refusal));
                break;
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }
}
