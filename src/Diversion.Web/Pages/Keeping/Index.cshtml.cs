using Diversion.Casework.Access;
using Diversion.Casework.Keeping;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Keeping;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Keeping;

/// <summary>Which records and papers are to be reviewed, because their retention period is over.</summary>
public sealed class IndexModel(KeepingQuery query, PapersOver papers) : PortalPage
{
    public KeepingView View { get; private set; } = null!;

    public static string EraseAt(string reference) => Addresses.Action(reference, CommandCatalogue.NameOf<KeepingCommand.EraseRecord>(), null, null);

    public static string KeepAt(string reference) => Addresses.Action(reference, CommandCatalogue.NameOf<KeepingCommand.KeepLonger>(), null, null);

    public async Task<IActionResult> OnGetAsync() => Show(await query.Of(By, Now, Cancellation), view => View = view);

    /// <summary>Deletes the papers of one case whose period is over.</summary>
    public async Task<IActionResult> OnPostAsync(string? agreement)
    {
        if (!AccessPolicy.MaySeeKeeping(By))
        {
            return NotForRole();
        }

        var (count, refusal) = AgreementIds.IsWellFormed(agreement) ? await papers.Delete(new AgreementId(agreement!), By, Now, Cancellation) : (0, null);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        Say(count switch { 0 => "No paper of this case is to be deleted any more.", 1 => "1 paper was deleted.", _ => $"{count} papers were deleted." });
        return LocalRedirect(Addresses.Keeping);
    }
}
