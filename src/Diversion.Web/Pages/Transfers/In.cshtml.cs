using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Casework.Transfers;
using Diversion.Domain.Agreements;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Workers;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Transfers;

/// <summary>Takes a case in that another force or programme handed over.</summary>
[RequestSizeLimit(SentFile.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = SentFile.LargestRequest)]
public sealed class InModel(TransferImport import, Rulebook rulebook, WorkerChoices workers) : PortalPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? KeyWorker { get; set; }

    [BindProperty]
    public string? Officer { get; set; }

    [BindProperty]
    public string? Facilitator { get; set; }

    [BindProperty]
    public string? Provider { get; set; }

    public IReadOnlyList<Choice> KeyWorkers { get; private set; } = [];

    public IReadOnlyList<Choice> Officers => Named(rulebook.Programme.Staff.Officers);

    public IReadOnlyList<Choice> Facilitators => Named(rulebook.Programme.Staff.Facilitators);

    public IReadOnlyList<Choice> Providers => [.. rulebook.Programme.Staff.Providers.Select(name => new Choice(name, name))];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!AccessPolicy.MayHandOver(By))
        {
            return NotForRole();
        }

        KeyWorkers = await workers.For(By, Cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AccessPolicy.MayHandOver(By))
        {
            return NotForRole();
        }

        if (Upload is null)
        {
            Read.Fault(nameof(Upload), "Choose the bundle");
        }

        var code = Read.Text(nameof(Code), Code, "the code of the bundle");
        Choose(nameof(KeyWorker), KeyWorker, "the key worker");
        Choose(nameof(Officer), Officer, "the police officer");
        if (!ModelState.IsValid)
        {
            return await ShowAgain();
        }

        await using var zip = Upload!.OpenReadStream();
        switch (await import.Run(zip, new TakingOver(code, KeyWorker, Officer, Empty(Facilitator), Empty(Provider)), By, Now, Cancellation))
        {
            case Outcome.Accepted { State: var state }:
                Say("The case was imported and runs here. Ring the other programme, so that they can record it.");
                return LocalRedirect(Addresses.Agreement(state.Id.Value));
            case Outcome.Refused { Refusal: var refusal }:
                Read.Fault(FieldOf(refusal), RefusalWording.Of(refusal));
                return await ShowAgain();
            default:
                Say("Nothing was changed: the case is here already.");
                return LocalRedirect(Addresses.TransfersIn);
        }
    }

    private static string FieldOf(Refusal refusal) => (refusal as Refusal.Invalid)?.Field?.Split('.')[0] switch
    {
        "code" => nameof(Code),
        "keyWorker" => nameof(KeyWorker),
        "officer" => nameof(Officer),
        "facilitator" => nameof(Facilitator),
        "provider" => nameof(Provider),
        _ => nameof(Upload),
    };

    private void Choose(string field, string? chosen, string thing)
    {
        if (string.IsNullOrEmpty(chosen))
        {
            Read.Fault(field, FaultWording.Choose(thing));
        }
    }

    private async Task<IActionResult> ShowAgain()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync();
    }

    private static string? Empty(string? typed) => string.IsNullOrEmpty(typed) ? null : typed;

    private static IReadOnlyList<Choice> Named(IReadOnlyList<StaffRef> staff) =>
        [.. staff.OrderBy(one => one.Name, StringComparer.CurrentCulture).Select(one => new Choice(one.Id, $"{one.Name}{(one.Team is { } team ? $", {team}" : "")}"))];
}
