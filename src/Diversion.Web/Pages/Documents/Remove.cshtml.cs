using Diversion.Casework.Documents;
using Diversion.Casework.Links;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Documents;

/// <summary>A lead takes a paper out that does not belong to the case.</summary>
public sealed class RemoveModel(DocumentQuery papers, DocumentKeeping keeping) : DocumentPage(papers)
{
    public const int LongestReason = 1_000;

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var reason = Read.Text(nameof(Reason), Reason, "the reason", LongestReason);
        return Run(
            () => keeping.Remove(new AgreementId(Reference), Document, reason, By, Now, new ExecuteOptions(null, FormKey), Cancellation),
            "The paper was removed.",
            Addresses.Documents(Reference));
    }

    protected override async ValueTask<IActionResult?> Prepare() => OnlyFor<DocumentCommand.RemoveDocument>() ?? await base.Prepare();
}
