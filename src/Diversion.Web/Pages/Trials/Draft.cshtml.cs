using Diversion.Casework.Trials;
using Diversion.Domain.Trials;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>A lead writes the draft of a protocol anew.</summary>
public sealed class DraftModel(TrialsQuery query, TrialService trials) : TrialPage(query, trials)
{
    [BindProperty]
    public ProtocolForm Form { get; set; } = new();

    public Task<IActionResult> OnPostAsync()
    {
        var protocol = Form.Read(Read, frozen: null);
        return Run(Code, () => new TrialCommand.DraftTrial(protocol), "The draft is saved.");
    }

    protected override void Begin() => Form = ProtocolForm.Of(Trial.Protocol);
}
