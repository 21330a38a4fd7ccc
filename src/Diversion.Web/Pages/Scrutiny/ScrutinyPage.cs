using Diversion.Casework.Scrutiny;
using Diversion.Casework.Streams;
using Diversion.Domain.Scrutiny;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Scrutiny;

/// <summary>A page about sittings of the scrutiny panel.</summary>
public abstract class ScrutinyPage(ScrutinyService sittings) : PortalPage
{
    /// <summary>Reads again what the page shows.</summary>
    /// <returns>Null to continue, or what to answer instead.</returns>
    protected abstract Task<IActionResult?> Load();

    /// <param name="done">What was done, as a sentence.</param>
    /// <param name="to">Where it is shown.</param>
    protected async Task<IActionResult> Run(string quarter, Func<SittingCommand> command, string done, string to)
    {
        if (ModelState.IsValid && SittingId.Read(quarter) is { } id)
        {
            switch (await sittings.Execute(id, command() with { By = By, At = Now }, new ExecuteOptions(IdempotencyKey: FormKey), Cancellation))
            {
                case Outcome<SittingState>.Accepted:
                    Say(done);
                    return LocalRedirect(to);
                case Outcome<SittingState>.Unchanged:
                    Say("Nothing was changed: it had been done before.");
                    return LocalRedirect(to);
                case Outcome<SittingState>.Refused { Refusal: var refusal }:
                    Read.Fault("", RefusalWording.Of(refusal));
                    break;
                default:
                    Read.Fault("", "The sitting changed in the meantime. Look at it again before you send this.");
                    break;
            }
        }

        if (await Load() is { } other)
        {
            return other;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
