using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>Everything that happened to one agreement, newest first.</summary>
public sealed class TimelineModel(TimelineQuery timeline) : AgreementPage
{
    private const int PageSize = 50;

    public override AgreementPart? Part => AgreementPart.Timeline;

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    public Page<TimelineItem> Happened { get; private set; } = null!;

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var reply = await timeline.Of(Reference, AccessRequest, newestFirst: true, PageSize, Cursor, Cancellation);
        if (reply is not Reply<Page<TimelineItem>>.Given { Value: var page })
        {
            return Refuse(((Reply<Page<TimelineItem>>.Refused)reply).Refusal);
        }

        Happened = page;
        return await base.Prepare();
    }
}
