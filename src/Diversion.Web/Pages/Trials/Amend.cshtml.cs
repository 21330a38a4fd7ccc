using Diversion.Casework.Trials;
using Diversion.Domain.Trials;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Trials;

/// <summary>A lead changes the protocol of a trial that has opened, with a reason.</summary>
public sealed class AmendModel(TrialsQuery query, TrialService trials) : TrialPage(query, trials)
{
    [BindProperty]
    public ProtocolForm Form { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var protocol = Form.Read(Read, Trial.Protocol);
        var reason = Read.Text(nameof(Reason), Reason, "why it is amended", 2_000);
        return await Run(Code, () => new TrialCommand.AmendTrial(protocol) { Reason = reason }, "The protocol is amended.");
    }

    protected override void Begin() => Form = ProtocolForm.Of(Trial.Protocol);
}
