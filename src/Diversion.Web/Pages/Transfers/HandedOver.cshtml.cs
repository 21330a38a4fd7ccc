using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Transfers;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diversion.Web.Pages.Transfers;

/// <summary>What is done with the bundle of a case that was handed over, and saving it.</summary>
public sealed class HandedOverModel(TransferBundles bundles) : RecordPage
{
    public TransferBundle Bundle { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync() => await OnGetAsync() is var shown and not PageResult
        ? shown
        : new ZipAnswer(Bundle.FileName, (to, stop) => bundles.Write(Bundle, AccessRequest, to, stop));

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (!AccessPolicy.MayHandOver(By))
        {
            return NotForRole();
        }

        var reply = await bundles.Of(Reference, AccessRequest, Cancellation);
        if (reply is not Reply<TransferBundle>.Given { Value: var bundle })
        {
            var refusal = ((Reply<TransferBundle>.Refused)reply).Refusal;
            return refusal.Code == TransferRefusals.NoBundleAny ? Gone() : Refuse(refusal);
        }

        Bundle = bundle;
        return null;
    }
}
