using Diversion.Casework.Access;
using Diversion.Casework.Documents;
using Diversion.Domain.Documents;

namespace Diversion.Web.Pages.Documents;

/// <summary>One paper: what is known of it, and the photo if it is one.</summary>
public sealed class OneModel(DocumentQuery papers) : DocumentPage(papers)
{
    public bool IsShown => DocumentFileEndpoints.IsShown(Paper.Format);

    public bool MayRemove => AccessPolicy.IsForRole<DocumentCommand.RemoveDocument>(By);
}
