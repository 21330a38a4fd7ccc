using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.Streams;
using Diversion.Casework.Trials;
using Diversion.Domain.Trials;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>A page about one trial. Leads change it; analysts read what they may.</summary>
public abstract class TrialPage(TrialsQuery query, TrialService trials) : PortalPage
{
    [FromRoute(Name = "trial")]
    public string Code { get; set; } = "";

    public TrialView Trial { get; private set; } = null!;

    /// <summary>Somebody changed the trial after the reader had opened the form.</summary>
    public bool IsStale { get; private set; }

    protected TrialService Trials { get; } = trials;

    public bool Leads => AccessPolicy.MayRunTrials(By);

    /// <summary>Analysts only read.</summary>
    protected virtual bool IsForLeads => true;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        Begin();
        return Page();
    }

    /// <summary>Fills the fields of a form when it is first shown.</summary>
    protected virtual void Begin()
    {
    }

    /// <returns>Null to continue, or what to answer instead of the page.</returns>
    protected async Task<IActionResult?> Load()
    {
        if (IsForLeads && !Leads)
        {
            return NotForRole();
        }

        var shown = Show(await query.Of(Code, By, Cancellation), trial => Trial = trial);
        if (Trial is null)
        {
            return shown;
        }

        SeenVersion ??= Trial.Version;
        FormKey ??= Guid.NewGuid().ToString("N");
        return null;
    }

    /// <param name="done">What was done, as a sentence.</param>
    protected async Task<IActionResult> Run(string code, Func<TrialCommand> command, string done, string field = "")
    {
        if (!Leads)
        {
            return NotForRole();
        }

        if (!ModelState.IsValid)
        {
            return await Again(StatusCodes.Status422UnprocessableEntity);
        }

        switch (await Trials.Execute(TrialId.Of(code), command() with { By = By, At = Now }, new ExecuteOptions(SeenVersion, FormKey), Cancellation))
        {
            case Outcome<TrialState>.Accepted:
                Say(done);
                return LocalRedirect(Addresses.Trial(code));
            case Outcome<TrialState>.Unchanged:
                Say("Nothing was changed: the trial already says this.");
                return LocalRedirect(Addresses.Trial(code));
            case Outcome<TrialState>.Stale stale:
                IsStale = true;
                SeenVersion = stale.State.Version;
                ModelState.Remove(nameof(SeenVersion));
                ModelState.AddModelError("", "Somebody else changed the trial in the meantime. Look at it again before you send this.");
                return await Again(StatusCodes.Status412PreconditionFailed);
            case Outcome<TrialState>.Refused { Refusal: var refusal }:
                foreach (var line in RefusalWording.Of(refusal).Split('\n'))
                {
                    ModelState.AddModelError(field, line);
                }

                return await Again(StatusCodes.Status422UnprocessableEntity);
            case var other:
                throw new InvalidOperationException($"No page for {other.GetType().Name}.");
        }
    }

    /// <summary>The page again, with what was typed.</summary>
    protected virtual async Task<IActionResult> Again(int status)
    {
        if (await Load() is { } other)
        {
            return other;
        }

        Response.StatusCode = status;
        return Page();
    }
}
