using Diversion.Casework.Links;
using Diversion.Casework.PublicView;
using Diversion.Casework.Rounds;
using Diversion.Domain.Agreements;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;

namespace Diversion.Web.Pages.Public;

/// <summary>One vote. The ballot in the form counts once, however often it is sent; the cookie says that this browser has voted.</summary>
[EnableRateLimiting(RateLimits.Public)]
public sealed class VoteModel(PublicRows rows, IClock clock, BallotBox box) : PublicPage(rows, clock)
{
    private const string CookieStart = "diversion-vote-";
    private const string Voted = "yes";

    [FromRoute(Name = "round")]
    public string Round { get; set; } = "";

    [BindProperty]
    public string? Project { get; set; }

    [BindProperty]
    public string? Ballot { get; set; }

    public PublicRound? Shown { get; private set; }

    /// <summary>The text instead of the form.</summary>
    public string? Said { get; private set; }

    /// <summary>Each form has a ballot of its own.</summary>
    protected override bool IsSameForAll => false;

    public async Task<IActionResult> OnGetAsync()
    {
        if ((Shown = await Rows.Round(Round, Cancellation)) is not { } round)
        {
            return Nothing();
        }

        Said = Now >= round.ClosesAt ? "vote.closed" : Request.Cookies.ContainsKey($"{CookieStart}{round.Id}") ? "vote.before" : null;
        Ballot = box.Issue(round.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // A made-up ballot is answered before anything is read.
        if (!box.IsOurs(Round, Ballot))
        {
            return Again("vote.again", StatusCodes.Status400BadRequest);
        }

        if ((Shown = await Rows.Round(Round, Cancellation)) is not { } round)
        {
            return Nothing();
        }

        if (Request.Cookies.ContainsKey($"{CookieStart}{round.Id}"))
        {
            Said = "vote.before";
            return Page();
        }

        var (answer, refusal) = await box.Vote(round, Project, Ballot, $"{HttpContext.Connection.RemoteIpAddress}", Now, Cancellation);
        if (answer == BallotAnswer.TooManyFromAddress)
        {
            return Again("vote.many", StatusCodes.Status429TooManyRequests);
        }

        if (refusal is not null)
        {
            return Again(refusal.Code == RefusalCode.RoundClosed ? "vote.closed" : "vote.missing");
        }

        Response.Cookies.Append($"{CookieStart}{round.Id}", Voted, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = Request.IsHttps, Path = Addresses.Public, MaxAge = (round.ClosesAt - Now).ToTimeSpan() });
        Said = "vote.done";
        return Page();
    }
}
