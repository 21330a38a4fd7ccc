using Diversion.Casework.Access;
using Diversion.Casework.BoardPacks;
using Diversion.Casework.Links;
using Diversion.Casework.Streams;
using Diversion.Domain.BoardPacks;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.BoardActions;

/// <summary>The open actions of the board that are the reader's, and what came of each.</summary>
public sealed class IndexModel(BoardActionsQuery query, BoardPackService packs) : PortalPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    public IReadOnlyList<BoardAction> Actions { get; private set; } = [];

    public LocalDate Day => Today;

    public bool All => AccessPolicy.MayWriteBoardPack(By);

    public IReadOnlyList<Choice> Choices => [.. Actions.Select(action => new Choice($"{action.Number}", $"{action.Number}, {action.Owner}"))];

    public async Task<IActionResult> OnGetAsync() => Show(await query.Of(By, Cancellation), actions => Actions = actions);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Take(await query.Of(By, Cancellation), actions => Actions = actions) is { } refused)
        {
            return refused;
        }

        var number = Read.Number(nameof(Number), Number, "the action", 1, int.MaxValue);
        var said = Read.Text(nameof(Said), Said, "what came of it", BoardPackDecider.LongestWords);
        if (ModelState.IsValid
            && await packs.Execute(BoardPackId.Programme, new BoardPackCommand.CloseAction(number, said) { By = By, At = Now }, new ExecuteOptions(IdempotencyKey: FormKey), Cancellation) is Outcome<BoardPackState>.Refused { Refusal: var refusal })
        {
            Read.Fault("", RefusalWording.Of(refusal));
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Say("The action was closed. What came of it stands in the board pack.");
        return LocalRedirect(Addresses.BoardActions);
    }
}
