using Diversion.Casework.Answers;
using Diversion.Casework.Messages;
using Diversion.Casework.Record;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>Every part of an agreement on one page, to print or to look through.</summary>
public sealed class WholeModel(PersonMailQuery mails, TimelineQuery timeline) : AgreementPage
{
    private const int Latest = 5;

    public override AgreementPart? Part => AgreementPart.Overview;

    public override IEnumerable<ActionGroup> OwnGroups => Groups;

    /// <summary>Latest events; empty for those who have to open the timeline separately, null for those who do not see it.</summary>
    public IReadOnlyList<TimelineItem>? LastHappened { get; private set; }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        await base.Prepare();
        Mails = await mails.Of(Reference, By, Cancellation);

        // For somebody from outside the case the timeline is a separate access, logged when they open it.
        if (AccessRequest.Reason is not null)
        {
            LastHappened = [];
        }
        else if (await timeline.Of(Reference, AccessRequest, newestFirst: true, Latest, null, Cancellation) is Reply<Page<TimelineItem>>.Given { Value: var last })
        {
            LastHappened = last.Items;
        }

        return null;
    }
}
