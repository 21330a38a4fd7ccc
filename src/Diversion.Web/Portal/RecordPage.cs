using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Forms;
using Diversion.Web.Requests;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Portal;

/// <summary>
/// A page about one agreement, at an address with <c>{reference}</c> in it. Shows what the reader may see; asks for a
/// reason first if the case is not theirs; runs commands on it. If a command is refused or somebody else was faster, it
/// shows the page again with everything typed.
/// </summary>
public abstract class RecordPage : PortalPage
{
    private const int MostChanges = 20;
    private const string Unchanged = "Nothing was changed: the case already says this.";

    [FromRoute(Name = "reference")]
    public string Reference { get; set; } = "";

    public AgreementView Agreement { get; private set; } = null!;

    /// <summary>Which of the agreement's pages this is, or belongs to: it has the identity bar and the sub-navigation; null for a form.</summary>
    public virtual AgreementPart? Part => null;

    /// <summary>Somebody changed the agreement after the reader had opened the form.</summary>
    public bool IsStale { get; private set; }

    /// <summary>What happened since, oldest first; empty for those who do not see the timeline.</summary>
    public IReadOnlyList<TimelineItem> Changes { get; private set; } = [];

    /// <summary>The reader's access to the record, with the reason that they gave.</summary>
    public AccessRequest AccessRequest => new(By, Now, Service<AccessReasons>().For(HttpContext, By, Reference));

    /// <summary>
    /// The commands that the form may become, each with its answer; without an answer, whatever is chosen. Everything else
    /// still to be typed is an example.
    /// </summary>
    protected virtual IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => [];

    /// <summary>What will follow in addition to what the page says: decided as if it were sent, without storing anything.</summary>
    public async Task<Foreseen> Foresee()
    {
        var dryRun = Service<CommandDryRun>();
        var alternatives = new List<(string? Answer, IReadOnlyList<string> What)>();
        foreach (var (answer, command) in Alternatives)
        {
            var complete = command with { By = By, At = Now, Reason = "What would follow?" };
            if (await dryRun.WhatFollows(new AgreementId(Reference), complete, Cancellation) is { } what)
            {
                alternatives.Add((answer, what));
            }
        }

        return Foreseen.Of(alternatives);
    }

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        Begin();
        return Page();
    }

    /// <summary>Loads what the page shows besides the agreement, each time it is shown.</summary>
    /// <returns>Null to continue, or what to answer instead of the page.</returns>
    protected virtual ValueTask<IActionResult?> Prepare() => default;

    /// <summary>Fills the fields of a form when it is first shown.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>For <see cref="Prepare"/>: a form is not shown to a role that may not send it.</summary>
    /// <returns>Null when the role may run the command; otherwise the page that says that it may not.</returns>
    protected IActionResult? OnlyFor<TCommand>() where TCommand : AgreementCommand =>
        AccessPolicy.IsForRole<TCommand>(By) ? null : NotForRole();

    /// <summary>
    /// For <see cref="Prepare"/>: a form opens only for a role that may send the command, and while the command is offered.
    /// Once somebody has typed into it, it stays open whatever happens: the command is then refused, or the changes are
    /// shown.
    /// </summary>
    /// <param name="command">Name in the catalogue.</param>
    /// <param name="isThis">Whether an offered action of that name is the one of the page.</param>
    /// <returns>The offered action, and what to answer instead of the page.</returns>
    protected async ValueTask<(ActionView? Offered, IActionResult? Instead)> Opens(string command, Func<ActionView, bool> isThis)
    {
        if (!AccessPolicy.IsForRole(By, command))
        {
            return (null, NotForRole());
        }

        var offered = (await Possible()).FirstOrDefault(action => action.Command == command && isThis(action));
        return (offered, offered is null && HttpMethods.IsGet(Request.Method) ? Gone() : null);
    }

    /// <summary>What the reader may do with the case now.</summary>
    protected async ValueTask<IReadOnlyList<ActionView>> Possible() =>
        await Service<ActionsQuery>().Of(Reference, By, Now, Cancellation) is Reply<IReadOnlyList<ActionView>>.Given { Value: var all } ? all : [];

    /// <summary>The page that says that its action can no longer be done.</summary>
    protected StatusCodeResult Gone()
    {
        HttpContext.Features.Set(new PageFault(StatusCodes.Status409Conflict, FaultWording.ActionGone));
        return StatusCode(StatusCodes.Status409Conflict);
    }

    /// <summary>Runs the command unless a field has an error, and goes on to the next page.</summary>
    /// <param name="command">Made only when every field could be read.</param>
    /// <param name="done">What was done, as a sentence without personal data.</param>
    /// <param name="next">A local address; null for the agreement's page.</param>
    /// <param name="fieldOf">The field that a refusal is about, by its code; null for none.</param>
    protected Task<IActionResult> Run(Func<AgreementCommand> command, string done, string? next = null, Func<string, string?>? fieldOf = null) =>
        Run(() => Execute(new AgreementId(Reference), command()), done, next, fieldOf);

    /// <summary>As <see cref="Run(Func{AgreementCommand}, string, string?, Func{string, string?}?)"/>, for what is more than a command.</summary>
    protected async Task<IActionResult> Run(Func<ValueTask<Outcome>> act, string done, string? next = null, Func<string, string?>? fieldOf = null)
    {
        if (!ModelState.IsValid || !AgreementIds.IsWellFormed(Reference))
        {
            return await ShowAgain(StatusCodes.Status422UnprocessableEntity);
        }

        switch (await act())
        {
            case Outcome.Accepted { State: var state }:
                Say(done);
                return LocalRedirect(StaysOpen(state) ? next ?? Addresses.Agreement(Reference) : "/");
            case Outcome.Unchanged:
                Say(Unchanged);
                return LocalRedirect(next ?? Addresses.Agreement(Reference));
            case Outcome.Stale:
                await FindChanges();
                return await ShowAgain(StatusCodes.Status412PreconditionFailed);
            case Outcome.Refused { Refusal: var refusal }:
                ModelState.AddModelError(fieldOf?.Invoke(refusal.Code) ?? RefusedField.Of(ModelState, refusal) ?? "", Says(refusal));
                return await ShowAgain(StatusCodes.Status422UnprocessableEntity);
            case var other:
                throw new InvalidOperationException($"No page for {other.GetType().Name}.");
        }
    }

    /// <summary>The text of a refusal on this page.</summary>
    protected virtual string Says(Refusal refusal) => RefusalWording.Of(refusal);

    /// <summary>The task that waited for the reader may have been their only reason for access to this case.</summary>
    private bool StaysOpen(AgreementState state) => AccessRequest.Reason is not null || AccessPolicy.Of(By, state).IsOpen;

    /// <summary>The page again, with what was typed.</summary>
    protected async Task<IActionResult> ShowAgain(int status)
    {
        if (await Load() is { } other)
        {
            return other;
        }

        Response.StatusCode = status;
        return Page();
    }

    private async Task<IActionResult?> Load()
    {
        var reply = await Service<AgreementQuery>().Of(Reference, AccessRequest, Cancellation);
        if (reply is not Reply<AgreementView>.Given { Value: var agreement })
        {
            var refusal = ((Reply<AgreementView>.Refused)reply).Refusal;
            return refusal.Code == CaseworkRefusal.AccessReasonMissing ? AskForReason() : Refuse(refusal);
        }

        Agreement = agreement;
        SeenVersion = agreement.Version;
        FormKey ??= Guid.NewGuid().ToString("N");
        return await Prepare();
    }

    private LocalRedirectResult AskForReason()
    {
        var here = Request.Path.Value + (HttpMethods.IsGet(Request.Method) ? Request.QueryString.Value : "");
        return LocalRedirect($"{Addresses.Reason(Reference)}?returnUrl={Uri.EscapeDataString(here)}");
    }

    private async Task FindChanges()
    {
        IsStale = true;
        var reply = await Service<TimelineQuery>().Of(Reference, AccessRequest, newestFirst: false, MostChanges, SeenVersion is { } seen and > 0 ? $"{seen}" : null, Cancellation);
        Changes = reply is Reply<Page<TimelineItem>>.Given { Value: var page } ? page.Items : [];
    }
}
