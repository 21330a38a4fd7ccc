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

    /// <summary>Why the case could not take the notice.</summary>
    public string Why => Match.Refusal switch
    {
        RefusalCode.DateTooOld => "a day in it is before the person was born, or too long ago",
        RefusalCode.DateInFuture => "a day in it is in the future, or the offence is later than the notice",
        _ => "something in it does not fit the case",
    };

    public async Task<IActionResult> OnGetAsync() => Show(await query.Of(Id, By, Cancellation), match =>
    {
        Match = match;
        SeenVersion = match.Version;
    });

    public async Task<IActionResult> OnPostAsync()
    {
        var seen = SeenVersion;
        var shown = await OnGetAsync();
        return Match is null ? shown
            : seen != Match.Version ? Stale()
            : Match.Refusal is not null ? await RecordedByHand(Match.Version)
            : await Decide(Match.Version);
    }

    private async Task<IActionResult> Decide(int seen)
    {
        if (string.IsNullOrEmpty(Answer))
        {
            Read.Fault(nameof(Answer), FaultWording.Choose("whether it is about a person of ours"));
        }

        var reason = Answer == Nobody ? Read.Text(nameof(Reason), Reason, "how you know", LongestReason) : "";
        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        var id = CustodyMatchId.Of(Id);
        return await After(
            Answer == Nobody
                ? await matches.Refuse(id, reason, By, Now, seen, Cancellation)
                : await matches.Confirm(id, new AgreementId(Answer!), By, Now, seen, Cancellation),
            nameof(Answer),
            match =>
            {
                if (match.IsUnrecorded)
                {
                    return Addresses.CustodyMatch(Id);
                }

                Say(Answer == Nobody ? "It was recorded that the notice is about nobody of ours."
                    : match.PassedOn ? "The notice was confirmed and recorded on the case."
                    : "The notice was confirmed. It is recorded on the case in a moment.");
                return Answer == Nobody ? Addresses.Home : Addresses.Agreement(Answer!);
            });
    }

    private async Task<IActionResult> RecordedByHand(int seen)
    {
        var reason = Read.Text(nameof(Reason), Reason, "what was recorded", LongestReason);
        return !ModelState.IsValid
            ? Again(StatusCodes.Status422UnprocessableEntity)
            : await After(await matches.RecordByHand(CustodyMatchId.Of(Id), reason, By, Now, seen, Cancellation), nameof(Reason), _ =>
            {
                Say("The notice is no longer in the inbox.");
                return Addresses.Home;
            });
    }

    private async Task<IActionResult> After(Outcome<CustodyMatch> outcome, string field, Func<CustodyMatch, string> next)
    {
        switch (outcome)
        {
            case Outcome<CustodyMatch>.Accepted { State: var match }:
                return LocalRedirect(next(match));
            case Outcome<CustodyMatch>.Unchanged { State: var match }:
                return LocalRedirect(next(match));
            case Outcome<CustodyMatch>.Refused { Refusal: var refusal }:
                ModelState.AddModelError(field, RefusalWording.Of(refusal));
                return Again(StatusCodes.Status422UnprocessableEntity);
            default:
                var shown = await OnGetAsync();
                return Match is null ? shown : Stale();
        }
    }

    /// <summary>Another lead has decided, or custody has corrected the notice: what was chosen may not be true of it.</summary>
    private PageResult Stale()
    {
        ModelState.Clear();
        Answer = null;
        ModelState.AddModelError("", "The notice was changed or decided on while you looked at it. It is shown as it is now. Nothing was saved.");
        return Again(StatusCodes.Status412PreconditionFailed);
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
