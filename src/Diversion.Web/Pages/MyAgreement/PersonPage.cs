using Diversion.Casework.Links;
using Diversion.Casework.OwnPage;
using Diversion.Domain.Reading;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>
/// The base of the person's own pages. No sign-in of staff counts here, and theirs counts nowhere else: it is a cookie that only
/// these pages read.
/// </summary>
public abstract class PersonPage : PageModel
{
    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    /// <summary>Why the form was not taken; null when it was.</summary>
    public string? Fault { get; protected set; }

    /// <summary>Null when nobody came in.</summary>
    public OwnPageView? Mine { get; private set; }

    public PersonTexts Texts { get; private set; } = PersonTexts.English;

    public Instant Now => Service<IClock>().GetCurrentInstant();

    protected OwnPageService Own => Service<OwnPageService>();

    protected PersonSession Sessions => Service<PersonSession>();

    protected OwnPageSession? Session { get; private set; }

    protected virtual bool ReadsCase => true;

    protected CancellationToken Cancellation => HttpContext.RequestAborted;

    /// <summary>Reads who came in before each handler. A page that answers a form is nowhere kept.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        HttpContext.Features.Set(new ShownOnce());
        Session = ReadsCase ? Sessions.Read(HttpContext) : null;
        Mine = Session is null ? null : await Own.Find(Session, Now, Cancellation);
        if (Session is not null && Mine is null)
        {
            Sessions.End(HttpContext);
        }

        Texts = PersonTexts.In(Sessions.LanguageOf(HttpContext) ?? Mine?.Language);
        await next();
    }

    protected IActionResult ToEntrance() => LocalRedirect(Addresses.MyAgreement);

    /// <summary>The form again, with what was wrong.</summary>
    protected IActionResult Again(string text)
    {
        Fault = Texts[text];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <returns>A day that is nobody's birth date when it cannot be read: whatever is wrong gets the same answer.</returns>
    protected LocalDate ReadBirthDate() =>
        DateText.Of(Day ?? "", Month ?? "", Year ?? "") ?? LocalDate.MinIsoValue;

    private T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
