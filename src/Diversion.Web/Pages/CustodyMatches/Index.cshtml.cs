using Diversion.Casework.Answers;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Links;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.CustodyMatches;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diversion.Web.Pages.CustodyMatches;

/// <summary>A lead compares a custody notice with the cases that it may be about, and confirms or refuses.</summary>
public sealed class IndexModel(CustodyMatchQuery query, CustodyMatchService matches) : PortalPage
{
    public const int LongestReason = 2_000;

    private const string Nobody = "nobody";

    [FromRoute(Name = "match")]
    public string Id { get; set; } = "";

    /// <summary>The reference of a case, or <see cref="Nobody"/>.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public CustodyMatchView Match { get; private set; } = null!;

    public IReadOnlyList<Choice> Answers =>
    [
        .. Match.Cases.Select(one => new Choice(one.Agreement, $"Yes, it is {one.Name}", $"{one.Agreement}. The notice is recorded on the case as if it had given the reference.")),
        new Choice(Nobody, "No, it is about nobody of ours", "The notice changes no case.", Reveals: "why-not"),
    ];

    public async Task<IActionResult> OnGetAsync() => Show(await query.Of(Id, By, Cancellation), match => Match = match);

    public async Task<IActionResult> OnPostAsync()
    {
        var shown = await OnGetAsync();
        if (Match is null)
        {
            return shown;
        }

        if (string.IsNullOrEmpty(Answer))
        {
            Read.Fault(nameof(Answer), FaultWording.Choose("whether it is about a person of ours"));
        }

        var reason = Answer == Nobody ? Read.Text(nameof(Reason), Reason, "how you know", LongestReason) : "";
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var id = CustodyMatchId.Of(Id);
        var outcome = Answer == Nobody
            ? await matches.Refuse(id, reason, By, Now, Cancellation)
            : await matches.Confirm(id, new AgreementId(Answer!), By, Now, Cancellation);
        if (outcome is Outcome<CustodyMatch>.Refused { Refusal: var refusal })
        {
            ModelState.AddModelError(nameof(Answer), RefusalWording.Of(refusal));
            return Again();
        }

        Say(Answer == Nobody ? "It was recorded that the notice is about nobody of ours." : "The notice was confirmed and recorded on the case.");
        return LocalRedirect(Answer == Nobody ? Addresses.Home : Addresses.Agreement(Answer!));
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
