using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Drafts;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Domain.Referral;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A page of a case that was not referred yet, at an address with <c>{draft}</c> in it. Only its author sees a draft.</summary>
public abstract class DraftPage : PortalPage
{
    private ReferralDraft? stored;

    [FromRoute(Name = "draft")]
    public string DraftId { get; set; } = "";

    /// <summary>The draft that the answers belong to; a hidden field.</summary>
    [BindProperty]
    public string? DraftTag { get; set; }

    public TypedReferral Typed { get; private set; } = new();

    /// <summary>The page of the draft's answers.</summary>
    public string Tasks => Addresses.Draft(DraftId);

    public bool IsStored => stored is not null;

    /// <summary>The name of the person's fields on the page of the answers, with a dot.</summary>
    protected const string PersonAt = $"{nameof(DraftModel.Person)}.";

    /// <summary>The page may begin a draft that is not stored yet.</summary>
    protected virtual bool MayBeNew => false;

    protected ReferralDrafts Drafts => Service<ReferralDrafts>();

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

    /// <returns>Null when there is one; otherwise the page that says that there is not.</returns>
    protected async ValueTask<IActionResult?> Load()
    {
        if (!AccessPolicy.IsForRole<ReferralCommand.Refer>(By))
        {
            return NotForRole();
        }

        stored = AgreementIds.IsWellFormed(DraftId) ? null : await Drafts.Find(By, DraftId, Cancellation);
        if (stored is null)
        {
            // Sent a moment ago: the user went back, or pressed twice.
            var referred = ReferralDrafts.ReferenceOf(By, DraftId);
            if (await Service<Records>().Find(referred, Cancellation) is not null)
            {
                return LocalRedirect(Addresses.Enrolment(referred.Value));
            }

            // Its answers are not a draft that was deleted in the meantime: that would have a tag.
            if (MayBeNew && string.IsNullOrEmpty(DraftTag) && Guid.TryParseExact(DraftId, "N", out _) && IsBegun)
            {
                return null;
            }

            HttpContext.Features.Set(new PageFault(
                StatusCodes.Status404NotFound, "There is no such draft of yours. It was sent or deleted, or it is too old. Look for the case on your home page."));
            return NotFound();
        }

        Typed = DraftJson.Read<TypedReferral>(stored.Json);
        return null;
    }

    /// <summary>Begun on this page: sent for the first time, or shown at the address without a draft.</summary>
    private bool IsBegun => !HttpMethods.IsGet(Request.Method) || RouteData.Values["draft"] is null;

    /// <summary>Saves what was typed, even if some of it is missing or wrong, and goes on when nothing is.</summary>
    /// <param name="put">Writes the answers into the draft.</param>
    /// <param name="done">What was done, as a sentence; null where the next page shows it.</param>
    protected async Task<IActionResult> Keep(Action<TypedReferral> put, string? done, string next)
    {
        if (await Load() is { } other)
        {
            return other;
        }

        put(Typed);
        switch (await Save(DraftJson.Write(Typed)))
        {
            case Reply<ReferralDraft>.Given when ModelState.IsValid:
                if (done is not null)
                {
                    Say(done);
                }

                return LocalRedirect(next);
            case Reply<ReferralDraft>.Given { Value: var saved }:
                stored = saved;
                break;
            case Reply<ReferralDraft>.Refused { Refusal: var refusal }:
                ModelState.AddModelError("", RefusalWording.Of(refusal));
                break;
        }

        // The form continues from the draft as it is now.
        ModelState.Remove(nameof(DraftTag));
        DraftTag = stored?.ETag;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Pressing twice saves a new draft once.</summary>
    private async ValueTask<Reply<ReferralDraft>> Save(string json) => string.IsNullOrEmpty(DraftTag) && stored?.Json == json
        ? stored
        : await Drafts.Save(By, DraftId, Typed.Person?.Name ?? "", json, string.IsNullOrEmpty(DraftTag) ? null : DraftTag, Now, Cancellation);
}
