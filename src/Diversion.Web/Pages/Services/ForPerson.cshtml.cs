using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Services;

/// <summary>What of the directory fits the person of a case, nearest first, and why the rest does not.</summary>
public sealed class ForPersonModel(ServiceQuery query) : RecordPage
{
    [BindProperty(SupportsGet = true)]
    public string? Need { get; set; }

    public ServicesFound Found { get; private set; } = new([], [], 0, 0);

    public bool MayRecordUnmet => AccessPolicy.IsForRole<ReferralCommand.RecordUnmetNeed>(By) && !Agreement.Ended;

    private PathwayKind? Chosen => Enum.TryParse<PathwayKind>(Need, out var need) && Enum.IsDefined(need) ? need : null;

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (!AccessPolicy.MaySeeServices(By))
        {
            return NotForRole();
        }

        switch (await query.ForCase(Reference, new ServiceWish(Need: Chosen), AccessRequest, Cancellation))
        {
            case Reply<ServicesFound>.Given { Value: var found }:
                Found = found;
                return null;
            case Reply<ServicesFound>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }
}
