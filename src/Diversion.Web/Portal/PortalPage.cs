using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using Diversion.Web.Access;
using Diversion.Web.Forms;
using Diversion.Web.Requests;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Web.Portal;

/// <summary>The base of every page of the portal: who asks, what time it is, and how a command leads to the next page.</summary>
public abstract class PortalPage : PageModel
{
    internal const string MessageCookie = "diversion-message";

    private const string DoneKey = "done";
    private const string NotDoneKey = "not-done";
    private const string FollowedKey = "followed";

    /// <summary>The version that the reader saw; a hidden field of <c>portal-form</c>.</summary>
    [BindProperty]
    public int? SeenVersion { get; set; }

    /// <summary>
    /// The same each time one form is sent, so that sending it twice has one effect; a hidden field of <c>portal-form</c>.
    /// </summary>
    [BindProperty]
    public string? FormKey { get; set; }

    public Actor By => field ??= Tokens.Read(User) ?? throw new InvalidOperationException("A page without sign-in has no reader.");

    public Instant Now => Service<IClock>().GetCurrentInstant();

    protected LocalDate Today => WorkingCalendar.DateOf(Now);

    protected CancellationToken Cancellation => HttpContext.RequestAborted;

    protected FormReading Read => new(ModelState);

    /// <summary>A sentence for the next page: what was done. It is sent in a cookie, so it has no personal data.</summary>
    protected void Say(string done) => TempData[DoneKey] = done;

    /// <summary>Like <see cref="Say"/>: why something was not done.</summary>
    protected void SayNot(string why) => TempData[NotDoneKey] = why;

    internal string? TakeDone() => Take(DoneKey);

    /// <summary>What followed from what was done, one sentence each.</summary>
    internal IReadOnlyList<string> TakeFollowed() => Take(FollowedKey)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    internal string? TakeNotDone() => Take(NotDoneKey);

    /// <summary>Without the cookie there is none, and reading it would send a header that deletes it.</summary>
    private string? Take(string key) => Request.Cookies.ContainsKey(MessageCookie) ? TempData[key] as string : null;

    /// <summary>Redirects to the page of ours that the browser named; to the home page if it named anything else.</summary>
    protected IActionResult GoBackTo(string? address) => LocalRedirect(Url.IsLocalUrl(address) ? address! : "/");

    /// <summary>The page that says why not.</summary>
    protected IActionResult Refuse(Refusal refusal)
    {
        var status = refusal switch
        {
            Refusal.Unknown => StatusCodes.Status404NotFound,
            Refusal.NotPermitted => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status400BadRequest,
        };
        HttpContext.Features.Set(new PageFault(status, RefusalWording.Of(refusal)));
        return StatusCode(status);
    }

    /// <summary>The page that says that the reader's role does not do this.</summary>
    protected IActionResult NotForRole() => StatusCode(StatusCodes.Status403Forbidden);

    /// <summary>Shows the page with the result of a query, or the page that says why not.</summary>
    protected IActionResult Show<T>(Reply<T> reply, Action<T> take) => Take(reply, take) ?? Page();

    /// <returns>Null to continue, or the page that says why not.</returns>
    protected IActionResult? Take<T>(Reply<T> reply, Action<T> take)
    {
        if (reply is not Reply<T>.Given { Value: var value })
        {
            return Refuse(((Reply<T>.Refused)reply).Refusal);
        }

        take(value);
        return null;
    }

    /// <summary>Runs a command as the reader, now, on the version that they saw.</summary>
    protected ValueTask<Outcome> Execute(AgreementId id, AgreementCommand command) => Execute(id, [command]);

    /// <summary>Like <see cref="Execute(AgreementId, AgreementCommand)"/>, for all of them or none. What follows from several their page says itself.</summary>
    protected async ValueTask<Outcome> Execute(AgreementId id, IReadOnlyList<AgreementCommand> commands)
    {
        var now = Now;
        AgreementCommand[] complete = [.. commands.Select(command => command with { By = By, At = now })];
        var outcome = await Service<Records>().Execute(id, complete, new ExecuteOptions(SeenVersion, FormKey), Cancellation);
        TempData[FollowedKey] = (complete, outcome) switch
        {
            ([var only], Outcome.Accepted done) => string.Join('\n', await Service<WhatFollowed>().Of(only, done, Cancellation)),
            _ => null,
        };

        return outcome;
    }

    protected T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
