using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.Messages;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Web.Pages.Decisions;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Messages;

/// <summary>Retries a message that was given up.</summary>
public sealed class RetryModel(MessageQuery query, MessageRetry retry) : RecordPage
{
    private const string FromMessages = "messages";

    [FromRoute(Name = "message")]
    public string Message { get; set; } = "";

    [FromQuery(Name = "from")]
    public string? From { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Null when the message no longer exists.</summary>
    public MessageView? Sent { get; private set; }

    public string BackTo => From == FromMessages ? Addresses.Messages : Addresses.MessagesOf(Reference);

    public async Task<IActionResult> OnPostAsync()
    {
        var reason = Read.OptionalText(nameof(Reason), Reason, "what was put right", ChangePage.LongestReason);
        if (ModelState.IsValid && await retry.Of(new AgreementId(Reference), Message, By, Now, reason, Cancellation) is { } refusal)
        {
            Read.Fault("", RefusalWording.Of(refusal));
        }

        if (!ModelState.IsValid)
        {
            return await ShowAgain(StatusCodes.Status422UnprocessableEntity);
        }

        Say("The message is tried again.");
        return LocalRedirect(BackTo);
    }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (!AccessPolicy.MaySeeOutbox(By))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var reply = await query.Of(Reference, AccessRequest, Cancellation);
        Sent = reply is Reply<IReadOnlyList<MessageView>>.Given { Value: var all } ? all.FirstOrDefault(message => message.Id == Message) : null;
        return !HttpMethods.IsGet(Request.Method) ? null
            : Sent is null ? NotFound()
            : Sent.WaitsForLead ? null
            : DealtWith();
    }

    private StatusCodeResult DealtWith()
    {
        HttpContext.Features.Set(new PageFault(StatusCodes.Status409Conflict, FaultWording.MessageDealtWith));
        return StatusCode(StatusCodes.Status409Conflict);
    }
}
