using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Documents;
using Diversion.Domain.Documents;
using Diversion.Web.Pages.Agreements;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Documents;

/// <summary>The papers of a case, as far as the reader may see them; what can be printed, and what the person asked of the record.</summary>
public sealed class IndexModel(DocumentQuery papers, IDocumentScanner scanner) : AgreementPage
{
    public override AgreementPart? Part => AgreementPart.Papers;

    public IReadOnlyList<DocumentView> Papers { get; private set; } = [];

    public bool MayAdd => AccessPolicy.IsForRole<DocumentCommand.KeepDocument>(By);

    /// <summary>Said to those who can have one set up.</summary>
    public bool WarnsOfViruses => !scanner.IsOn && AccessPolicy.IsForRole<DocumentCommand.RemoveDocument>(By);

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await papers.Of(Reference, AccessRequest, Cancellation) is not Reply<IReadOnlyList<DocumentView>>.Given { Value: var all })
        {
            return NotForRole();
        }

        Papers = all;
        return await base.Prepare();
    }
}
