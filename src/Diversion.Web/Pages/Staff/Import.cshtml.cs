using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.StaffFiles;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Staff;

/// <summary>Imports people from a file: first what it would do, then, if the lead says so, the same file again for good.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportModel(StaffFileImport import) : ImportPage
{
    public const int RowsShown = 200;
    public const int NamesShown = 20;

    /// <summary>Some 2,000 people; more are imported with the command line.</summary>
    private const int LargestFile = 256 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The text of the file that was shown, for the second step.</summary>
    [BindProperty]
    public string? Csv { get; set; }

    /// <summary>What came of the file, or would come of it; null before one was sent.</summary>
    public StaffFileReport? Report { get; private set; }

    public IActionResult OnGet() => AccessPolicy.MaySeeStaff(By) ? Page() : NotForRole();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AccessPolicy.MaySeeStaff(By))
        {
            return NotForRole();
        }

        if (await Content(nameof(Upload), Upload, LargestFile, "file of staff", "Import it in parts, or on the server with `import staff`") is { } bytes
            && TextOf(nameof(Upload), bytes) is { } csv)
        {
            Csv = csv;
            await Run(csv, dryRun: true);
        }

        return Answer();
    }

    public async Task<IActionResult> OnPostImportAsync()
    {
        if (!AccessPolicy.MaySeeStaff(By))
        {
            return NotForRole();
        }

        if (string.IsNullOrEmpty(Csv) || Csv.Length > LargestFile)
        {
            Read.Fault(nameof(Upload), "Choose a file");
        }
        else
        {
            await Run(Csv, dryRun: false);
        }

        return Answer();
    }

    private IActionResult Answer()
    {
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task Run(string csv, bool dryRun)
    {
        switch (await import.Run(csv, By, Now, dryRun, Cancellation))
        {
            case Reply<StaffFileReport>.Given { Value: var report }:
                Report = report;
                break;
            case Reply<StaffFileReport>.Refused { Refusal: var refusal }:
                Read.Fault(nameof(Upload), RefusalWording.Of(refusal));
                break;
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }
}
