using Diversion.Casework.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Deletes a draft once it was confirmed.</summary>
public sealed class DeleteDraftModel : DraftPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        await Drafts.Delete(By, DraftKind.Referral, DraftId, Cancellation);
        Say("The draft was deleted.");
        return LocalRedirect("/");
    }
}
