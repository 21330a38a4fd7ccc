using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Nominations;
using Diversion.Domain.Nominations;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Moderation;

/// <summary>The places that the public named and nobody has read yet: a moderator lets words out, or keeps them back.</summary>
public sealed class IndexModel(NominationService nominations) : StreamPage
{
    private const int Shown = 20;

    [BindProperty]
    public string? Id { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Work { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<WaitingNomination> Waiting { get; private set; } = [];

    protected override string What => "the nomination";

    public async Task<IActionResult> OnGetAsync() => await Load() ?? Page();

    public Task<IActionResult> OnPostApproveAsync() => Do(() => new NominationCommand.Approve(new NominationText(
        Read.Text("", Area, "the area"), Read.Text("", Place, "the place"), Read.Text("", Work, "what should be done", NominationText.LongestWork))), "The words are on the public page now.");

    public Task<IActionResult> OnPostRejectAsync() => Do(() => new NominationCommand.Reject { Reason = Read.Text("", Why, "why it is kept back") }, "It is kept back.");

    protected override async Task<IActionResult?> Load() =>
        AccessPolicy.MayModerate(By) ? Take(await nominations.Waiting(By, Shown, Cancellation), waiting => Waiting = waiting) : NotForRole();

    private async Task<IActionResult> Do(Func<NominationCommand> read, string done)
    {
        if (await Load() is { } other)
        {
            return other;
        }

        if (NominationId.Read(Id) is not { } id)
        {
            return Refuse(NominationDecider.Unknown);
        }

        var command = read();
        return await Run(options => nominations.Execute(id, command with { By = By, At = Now }, options, Cancellation), done, Addresses.Moderation);
    }
}
