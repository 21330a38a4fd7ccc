using Diversion.Casework.Trials;
using Diversion.Domain.Trials;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>A lead begins the draft of a trial.</summary>
public sealed class NewModel(TrialsQuery query, TrialService trials) : TrialPage(query, trials)
{
    [BindProperty]
    public string? NewCode { get; set; }

    [BindProperty]
    public ProtocolForm Form { get; set; } = new();

    public override Task<IActionResult> OnGetAsync()
    {
        if (!Leads)
        {
            return Task.FromResult<IActionResult>(NotForRole());
        }

        Form = ProtocolForm.Usual;
        FormKey = Guid.NewGuid().ToString("N");
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Leads)
        {
            return NotForRole();
        }

        var code = Read.Text(nameof(NewCode), NewCode, "the code", 40);
        if (code is { Length: > 0 } && TrialId.Read(code) is null)
        {
            Read.Fault(nameof(NewCode), "The code has 3 to 40 lower-case letters, digits and hyphens and begins with a letter");
        }
        else if (ModelState.IsValid && await Trials.Find(TrialId.Of(code), Cancellation) is not null)
        {
            Read.Fault(nameof(NewCode), "There is a trial with this code already. Choose another code");
        }

        var protocol = Form.Read(Read, frozen: null);
        return await Run(code, () => new TrialCommand.DraftTrial(protocol), "The draft is saved.");
    }

    protected override Task<IActionResult> Again(int status)
    {
        FormKey ??= Guid.NewGuid().ToString("N");
        Response.StatusCode = status;
        return Task.FromResult<IActionResult>(Page());
    }
}
