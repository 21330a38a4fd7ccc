using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>Who read a record outside their own work, latest first.</summary>
public sealed class LooksModel(AccessLogQuery log) : RecordPage
{
    public override AgreementPart? Part => AgreementPart.Timeline;

    private const int PageSize = 100;

    /// <summary>How many there are on earlier pages.</summary>
    [FromQuery(Name = "cursor")]
    public int Before { get; set; }

    public IReadOnlyList<AccessEntry> Looks { get; private set; } = [];

    public string? Next { get; private set; }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var skipped = Math.Clamp(Before, 0, AccessLogQuery.Most);
        var reply = await log.Of(Reference, AccessRequest, Math.Min(skipped + PageSize + 1, AccessLogQuery.Most), Cancellation);
        if (reply is not Reply<IReadOnlyList<AccessEntry>>.Given { Value: var all })
        {
            return Refuse(((Reply<IReadOnlyList<AccessEntry>>.Refused)reply).Refusal);
        }

        Looks = [.. all.Skip(skipped).Take(PageSize)];
        Next = all.Count > skipped + PageSize ? (skipped + PageSize).ToString(CultureInfo.InvariantCulture) : null;
        return null;
    }
}
