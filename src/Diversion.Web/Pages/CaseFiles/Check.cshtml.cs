using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Papers;
using Diversion.Domain.Agreements;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.CaseFiles;

/// <summary>Whether a zip that somebody holds is the one that was given out.</summary>
[RequestSizeLimit(SentFile.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = SentFile.LargestRequest)]
public sealed class CheckModel(CaseFileCheck check, CaseFileQuery files) : RecordPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Null until a zip was checked.</summary>
    public CaseFileFinding? Finding { get; private set; }

    public static string Of(CheckedFile result) => result switch
    {
        CheckedFile.Unchanged => "Unchanged",
        CheckedFile.Changed => "Changed",
        CheckedFile.Missing => "Missing",
        CheckedFile.NotSent => "Not compared: only the list was sent",
        _ => "Not in the list: it was added later",
    };

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null)
        {
            Read.Fault(nameof(Upload), "Choose a zip");
            return await ShowAgain(StatusCodes.Status422UnprocessableEntity);
        }

        await using var zip = Upload.OpenReadStream();
        switch (await check.Of(Reference, zip, AccessRequest, Cancellation))
        {
            case Reply<CaseFileFinding>.Given { Value: var finding }:
                Finding = finding;
                return await ShowAgain(StatusCodes.Status200OK);
            case Reply<CaseFileFinding>.Refused { Refusal: Refusal.Invalid unreadable }:
                Read.Fault(nameof(Upload), RefusalWording.Of(unreadable));
                return await ShowAgain(StatusCodes.Status422UnprocessableEntity);
            case var reply:
                var refusal = ((Reply<CaseFileFinding>.Refused)reply).Refusal;
                return refusal.Code == CaseworkRefusal.AccessReasonMissing ? await ShowAgain(StatusCodes.Status403Forbidden) : Refuse(refusal);
        }
    }

    protected override async ValueTask<IActionResult?> Prepare() => await files.IsFor(Reference, By, Cancellation) ? null : NotForRole();
}
