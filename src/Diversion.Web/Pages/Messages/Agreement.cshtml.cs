using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Messages;
using Diversion.Casework.Record;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Messages;

/// <summary>What was sent for one agreement, and what was not.</summary>
public sealed class AgreementModel(MessageQuery query) : RecordPage
{
    public override AgreementPart? Part => AgreementPart.Timeline;

    public IReadOnlyList<MessageView> Messages { get; private set; } = [];

    public bool MayRetry => AccessPolicy.MaySeeOutbox(By);

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var reply = await query.Of(Reference, AccessRequest, Cancellation);
        if (reply is not Reply<IReadOnlyList<MessageView>>.Given { Value: var messages })
        {
            return Refuse(((Reply<IReadOnlyList<MessageView>>.Refused)reply).Refusal);
        }

        Messages = messages;
        return null;
    }
}
