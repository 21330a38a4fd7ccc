using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Drafts;
using Diversion.Casework.Links;
using Diversion.Domain.Referral;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>What enrolling needs, and where to begin.</summary>
public sealed class StartModel(ReferralDrafts drafts) : PortalPage
{
    public IReadOnlyList<OpenDraft> Open { get; private set; } = [];

    public int? DaysKept => drafts.DaysKept(Now);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!AccessPolicy.IsForRole<ReferralCommand.Refer>(By))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Open = await OpenDraft.Of(drafts, By, Cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AccessPolicy.IsForRole<ReferralCommand.Refer>(By))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        // The form's key, so that pressing twice starts one draft.
        var id = Guid.TryParseExact(FormKey, "N", out _) ? FormKey! : Guid.NewGuid().ToString("N");
        var reply = await drafts.Save(By, id, "", DraftJson.Write(new TypedReferral()), null, Now, Cancellation);
        return reply is Reply<ReferralDraft>.Refused { Refusal: var refusal } && await drafts.Find(By, id, Cancellation) is null
            ? Refuse(refusal)
            : LocalRedirect(Addresses.Draft(id));
    }
}
