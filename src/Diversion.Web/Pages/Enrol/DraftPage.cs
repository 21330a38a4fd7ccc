using Diversion.Casework.Access;
using Diversion.Casework.Drafts;
using Diversion.Domain.Referral;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A page of a case that was not referred yet, at an address with <c>{draft}</c> in it. Drafts are their author's own.</summary>
public abstract class DraftPage : PortalPage
{
    private Draft? stored;

    [FromRoute(Name = "draft")]
    public string DraftId { get; set; } = "";

    /// <summary>The draft that was typed into; a hidden field.</summary>
    [BindProperty]
    public string? DraftTag { get; set; }

    public ReferralDraft Typed { get; private set; } = new();

    public string Tasks => $"/enrol/{DraftId}";

    protected DraftStore Drafts => Service<DraftStore>();

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        DraftTag = stored!.ETag;
        Begin();
        return Page();
    }

    /// <summary>Fills the fields when the page is first shown.</summary>
    protected virtual void Begin()
    {
    }

    /// <returns>Null when there is one, else the page that says that there is not.</returns>
    protected async ValueTask<IActionResult?> Load()
    {
        if (!AccessPolicy.IsForRole<ReferralCommand.Refer>(By))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        stored = Guid.TryParseExact(DraftId, "N", out _) ? await Drafts.Find(By, DraftKind.Referral, DraftId, Now, Cancellation) : null;
        if (stored is null)
        {
            HttpContext.Features.Set(new PageFault(
                StatusCodes.Status404NotFound, "There is no such draft of yours. It was sent or deleted, or it is too old. Look for the case on your home page."));
            return NotFound();
        }

        Typed = ReferralDraft.Of(stored);
        return null;
    }

    /// <summary>Keeps what was typed, also while some of it is missing or wrong, and goes back to the list of tasks.</summary>
    /// <param name="put">Puts it into the draft.</param>
    protected async Task<IActionResult> Keep(Action<ReferralDraft> put, string done)
    {
        if (await Load() is { } other)
        {
            return other;
        }

        put(Typed);
        if (DraftTag is { } tag && await Drafts.Save(By, DraftKind.Referral, DraftId, DraftJson.Write(Typed), tag, Now, Cancellation))
        {
            if (ModelState.IsValid)
            {
                Say(done);
                return LocalRedirect(Tasks);
            }

            stored = await Drafts.Find(By, DraftKind.Referral, DraftId, Now, Cancellation);
        }
        else
        {
            ModelState.AddModelError("", "This draft was changed in another window of yours. Your answers are kept below: send them again to keep these");
        }

        // The form goes on from the draft as it is now.
        ModelState.Remove(nameof(DraftTag));
        DraftTag = stored?.ETag;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
