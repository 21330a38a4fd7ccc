using Diversion.Casework.Access;
using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A step between the referral and the signing; it leads back to the list of them.</summary>
public abstract class EnrolmentPage : RecordPage
{
    /// <summary>For those who have no part in the list, such as a facilitator who keeps a promise to the victim, the record.</summary>
    public string Tasks => AccessPolicy.IsForRole<ReferralCommand.RecordCheck>(By) ? $"/agreements/{Reference}/enrol" : $"/agreements/{Reference}";

    /// <summary>Runs a command that is made from what is recorded as well as from what was typed.</summary>
    protected async Task<IActionResult> RunOn(
        Func<AgreementView, AgreementCommand> command, string done, string next, Func<string, string?>? fieldOf = null) =>
        await Service<AgreementQuery>().Of(Reference, Look, Cancellation) is Reply<AgreementView>.Given { Value: var agreement }
            ? await Run(() => command(agreement), done, next, fieldOf)
            : await OnGetAsync();
}
