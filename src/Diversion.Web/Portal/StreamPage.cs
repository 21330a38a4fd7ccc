using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Portal;

/// <summary>A page whose forms are commands on a stream that is no agreement: a trial, the staff directory, a sitting.</summary>
public abstract class StreamPage : PortalPage
{
    /// <summary>What the forms change, with its article: "the trial".</summary>
    protected abstract string What { get; }

    /// <summary>Reads what the page shows.</summary>
    /// <returns>Null to continue, or what to answer instead.</returns>
    protected abstract Task<IActionResult?> Load();

    /// <param name="command">Asked for only when everything typed could be read.</param>
    /// <param name="done">What was done, as a sentence without personal data: it is kept in a cookie.</param>
    /// <param name="to">The page that follows.</param>
    /// <param name="fieldOf">The form's field for the field that a refusal names; null for the form as a whole.</param>
    protected async Task<IActionResult> Run<TState>(
        Func<ExecuteOptions, ValueTask<Outcome<TState>>> command, string done, string to, Func<string, string?>? fieldOf = null)
        where TState : class, IStreamState
    {
        if (!ModelState.IsValid)
        {
            return await Again(StatusCodes.Status422UnprocessableEntity);
        }

        switch (await command(new ExecuteOptions(SeenVersion, FormKey)))
        {
            case Outcome<TState>.Accepted:
                Say(done);
                return LocalRedirect(to);
            case Outcome<TState>.Unchanged:
                Say($"Nothing was changed: {What} says this already.");
                return LocalRedirect(to);
            case Outcome<TState>.Stale stale:
                SeenVersion = stale.State.Version;
                ModelState.Remove(nameof(SeenVersion));
                ModelState.AddModelError("", $"Somebody else changed {What} in the meantime. Look at it again before you send this.");
                return await Again(StatusCodes.Status412PreconditionFailed);
            case Outcome<TState>.Refused { Refusal: Refusal.NotPermitted forbidden }:
                return Refuse(forbidden);
            case Outcome<TState>.Refused { Refusal: var refusal }:
                var field = (refusal as Refusal.Invalid)?.Field is { } named ? fieldOf?.Invoke(named) ?? "" : "";
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
