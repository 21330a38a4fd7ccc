using Diversion.Casework.PublicView;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Diversion.Web.Pages.Public;

/// <summary>
/// The base of the public pages. They know no user, read <see cref="PublicRows"/> alone, and set no cookie but the vote's. There is
/// no session that another site could misuse, so no form of theirs carries a token against that.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class PublicPage(PublicRows rows, IClock clock) : PageModel
{
    private const string ForAMinute = "public, max-age=60";

    [FromQuery(Name = "lang")]
    public string? Language { get; set; }

    /// <summary>Why the form was not taken; null when it was.</summary>
    public string? Fault { get; protected set; }

    public PublicTexts Texts => PublicTexts.In(Language);

    protected PublicRows Rows => rows;

    protected Instant Now => clock.GetCurrentInstant();

    protected CancellationToken Cancellation => HttpContext.RequestAborted;

    /// <summary>Whether what a GET shows is the same for everybody: then caches keep it for a minute.</summary>
    protected virtual bool IsSameForAll => true;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        HttpContext.Features.Set(new ShownOnce());
        if (IsSameForAll && HttpMethods.IsGet(Request.Method))
        {
            HttpContext.Features.Set(new Cacheable(ForAMinute));
        }
    }

    /// <summary>The page that says that there is nothing here.</summary>
    protected IActionResult Nothing()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        Fault = Texts["problem"];
        return Page();
    }

    /// <summary>The form again, with what was wrong.</summary>
    protected IActionResult Again(string text, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Fault = Texts[text];
        Response.StatusCode = status;
        return Page();
    }
}
