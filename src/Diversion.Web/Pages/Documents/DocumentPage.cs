using Diversion.Casework.Answers;
using Diversion.Casework.Documents;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Documents;

/// <summary>A page about one paper.</summary>
public abstract class DocumentPage(DocumentQuery papers) : RecordPage
{
    [FromRoute(Name = "document")]
    public string Document { get; set; } = "";

    public DocumentView Paper { get; private set; } = null!;

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var reply = await papers.One(Reference, Document, AccessRequest, Cancellation);
        if (reply is not Reply<DocumentView>.Given { Value: var paper })
        {
            return Refuse(((Reply<DocumentView>.Refused)reply).Refusal);
        }

        Paper = paper;
        return null;
    }
}
