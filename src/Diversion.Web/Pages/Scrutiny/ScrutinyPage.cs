using Diversion.Casework.Access;
using Diversion.Casework.Scrutiny;
using Diversion.Domain.Scrutiny;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Scrutiny;

/// <summary>A page about sittings of the scrutiny panel.</summary>
public abstract class ScrutinyPage(ScrutinyService sittings) : StreamPage
{
    public bool Leads => AccessPolicy.MayRunPanel(By);

    protected override string What => "the sitting";

    public async Task<IActionResult> OnGetAsync() => await Load() ?? Page();

    /// <param name="done">What was done, as a sentence.</param>
    /// <param name="to">Where it is shown.</param>
    protected async Task<IActionResult> Run(string quarter, Func<SittingCommand> command, string done, string to) => SittingId.Read(quarter) is { } id
        ? await Run(options => sittings.Execute(id, command() with { By = By, At = Now }, options, Cancellation), done, to)
        : await Again(StatusCodes.Status422UnprocessableEntity);
}
