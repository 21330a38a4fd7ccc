using Diversion.Casework.Queries;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Papers;

/// <summary>The agreement as it is printed, read and signed.</summary>
public sealed class IndexModel(AgreementPaperQuery papers) : RecordPage
{
    public AgreementPaper Paper { get; private set; } = null!;

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var reply = await papers.Of(Reference, Look, Cancellation);
        if (reply is Reply<AgreementPaper>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        Paper = ((Reply<AgreementPaper>.Given)reply).Value;
        return null;
    }
}
