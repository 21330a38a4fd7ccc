using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Deletes a draft after confirmation.</summary>
public sealed class DeleteDraftModel : DraftPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        await Drafts.Remove(By, DraftId, Cancellation);
        Say("The draft was deleted.");
        return LocalRedirect("/");
    }
}
