using Diversion.Casework.Access;
using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A step between the referral and the signing; it leads back to the list of them.</summary>
public abstract class EnrolmentPage : RecordPage
{
    /// <summary>A facilitator, who keeps promises to the victim, has no part in the list.</summary>
    public string Tasks => AccessPolicy.IsPartner(By) ? $"/agreements/{Reference}" : $"/agreements/{Reference}/enrol";

    /// <summary>Runs a command that is made from what is recorded as well as from what was typed.</summary>
    protected async Task<IActionResult> RunOn(
        Func<AgreementView, AgreementCommand> command, string done, string next, Func<string, string?>? fieldOf = null) =>
        await Service<AgreementQuery>().Of(Reference, Look, Cancellation) is Reply<AgreementView>.Given { Value: var agreement }
            ? await Run(() => command(agreement), done, next, fieldOf)
            : await OnGetAsync();
}
