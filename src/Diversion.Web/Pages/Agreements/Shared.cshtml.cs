using Diversion.Casework.Sharing;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>What the reader's organisation is told of the person, purpose by purpose. Each look is logged.</summary>
public sealed class SharedModel(SharedRecordQuery query) : RecordPage
{
    public override AgreementPart? Part => AgreementPart.Overview;

    public SharedRecordView Shown { get; private set; } = null!;

    protected override async ValueTask<IActionResult?> Prepare() => Take(await query.Of(Reference, AccessRequest, Cancellation), shown => Shown = shown);
}
