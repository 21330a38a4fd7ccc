using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.Trials;
using Diversion.Domain.Trials;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>A page about one trial. Leads change it; analysts read what they may.</summary>
public abstract class TrialPage(TrialsQuery query, TrialService trials) : StreamPage
{
    [FromRoute(Name = "trial")]
    public string Code { get; set; } = "";

    public TrialView Trial { get; private set; } = null!;

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

    protected override string What => "the trial";

    protected override async Task<IActionResult?> Load()
    {
        if (IsForLeads && !Leads)
        {
            return NotForRole();
        }

        if (Take(await query.Of(Code, By, Cancellation), trial => Trial = trial) is { } refused)
        {
            return refused;
        }

        SeenVersion ??= Trial.Version;
        FormKey ??= Guid.NewGuid().ToString("N");
        return null;
    }

    /// <param name="done">What was done, as a sentence.</param>
    protected async Task<IActionResult> Run(string code, Func<TrialCommand> command, string done) => Leads
        ? await Run(options => Trials.Execute(TrialId.Of(code), command() with { By = By, At = Now }, options, Cancellation), done, Addresses.Trial(code))
        : NotForRole();
}
