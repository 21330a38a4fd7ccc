using Diversion.Casework.Answers;
using Diversion.Casework.FollowUps;
using Diversion.Casework.Links;
using Diversion.Casework.Register;
using Diversion.Casework.Reoffences;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.FollowUp;

/// <summary>The results of follow-up that are owed, and importing the force's file: first tried, then confirmed.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LargestRequest)]
public sealed class IndexModel(FollowUpQuery query, ReoffenceImport import) : ImportPage
{
    public const int FaultsShown = 200;

    /// <summary>Some 20,000 rows; more are imported with the command line.</summary>
    private const int LargestFile = 2 * 1024 * 1024;

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The file that was tried, in Base64: it comes back with the confirmation and is read again like any other.</summary>
    [BindProperty]
    public string? Tried { get; set; }

    public Page<FollowUpItem> Owed { get; private set; } = new([], null);

    public bool Pseudonymised => Casework.Access.AccessPolicy.Register(By) is { Pseudonymised: true };

    /// <summary>What an import of the file would do; null when none was tried.</summary>
    public ReoffenceReport? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync() => Show(await query.Of(By, Now, Cursor, Cancellation), owed => Owed = owed);

    /// <summary>Tries the file and keeps nothing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await Content(nameof(Upload), Upload, LargestFile, "file of reoffences", "Import it in parts, or on the server with `import reoffences`") is { } bytes)
        {
            await Run(bytes, dryRun: true);
        }

        return await ShowAgain();
    }

    public async Task<IActionResult> OnPostImportAsync()
    {
        var bytes = new byte[LargestFile];
        if (Tried is null || !Convert.TryFromBase64String(Tried, bytes, out var length))
        {
            Read.Fault(nameof(Upload), "Choose the file again: what came back is not the file that was tried");
            return await ShowAgain();
        }

        await Run(bytes[..length], dryRun: false);
        if (Report is not { } report)
        {
            return await ShowAgain();
        }

        var rejected = report.Rejected.Count == 0 ? "" : $" {Count(report.Rejected.Count, "row")} rejected: correct them in the file, and import it again.";
        Say(report.Recorded + report.Corrected + report.Searched == 0
            ? $"Nothing was changed: everything in the file that can be taken is there already.{rejected}"
            : $"Imported: {Count(report.Recorded, "reoffence")} recorded, {report.Corrected} corrected, {Count(report.Searched, "row")} with a search.{rejected}");
        return LocalRedirect(Addresses.FollowUp);
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number:N0} {thing}s";

    private async Task Run(byte[] bytes, bool dryRun)
    {
        if (TextOf(nameof(Upload), bytes) is not { } csv)
        {
            return;
        }

        switch (await import.Run(csv, By, Now, dryRun, Cancellation))
        {
            case Reply<ReoffenceReport>.Given { Value: var report }:
                (Report, Tried) = (report, Convert.ToBase64String(bytes));
                break;
            case Reply<ReoffenceReport>.Refused { Refusal: var refusal }:
                Read.Fault(nameof(Upload), RefusalWording.Of(refusal));
                break;
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }

    private async Task<IActionResult> ShowAgain()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return await OnGetAsync();
    }
}
