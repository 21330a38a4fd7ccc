using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Extracts;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Web.Access;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Analysis;

/// <summary>The extract as a zip. Whoever has given no reason yet is asked for it first.</summary>
public sealed class ExtractFileModel(ExtractQuery extracts, AccessReasons reasons) : PortalPage
{
    [FromQuery(Name = "Format")]
    public string? Format { get; set; }

    [FromQuery(Name = "Release")]
    public string? Release { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!AccessPolicy.MayTakeExtracts(By))
        {
            return NotForRole();
        }

        var format = Read.Choice<ExtractFormat>(nameof(Format), Format, "a format");
        var release = Read.OptionalText(nameof(Release), Release, "the name of the release", ExtractRequest.LongestRelease);
        if (!ModelState.IsValid)
        {
            return LocalRedirect(Addresses.Extract);
        }

        var request = new AccessRequest(By, Now, reasons.For(HttpContext, By, AccessReasons.Extract));
        return await extracts.Of(request, new(format, release), Cancellation) switch
        {
            Reply<Func<Stream, CancellationToken, ValueTask>>.Given { Value: var write } => new ZipAnswer($"extract-{format.ToString().ToLowerInvariant()}.zip", write),
            Reply<Func<Stream, CancellationToken, ValueTask>>.Refused { Refusal.Code: CaseworkRefusal.AccessReasonMissing } => LocalRedirect(Addresses.Extract),
            Reply<Func<Stream, CancellationToken, ValueTask>>.Refused { Refusal: var refusal } => Refuse(refusal),
            var reply => throw new InvalidOperationException($"No file for {reply.GetType().Name}."),
        };
    }
}
