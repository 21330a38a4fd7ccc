using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Eligibility;
using Diversion.Casework.MyWork;
using Diversion.Domain.Agreements;
using Diversion.Web.Pages.Enrol;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>One agreement at a glance: the one thing to do now, how the conditions stand, what is due, and where to do what.</summary>
public sealed class IndexModel(MyWorkQuery work, EligibilityQuery eligibility, ActionPages pages) : AgreementPage
{
    public override AgreementPart? Part => AgreementPart.Overview;

    /// <summary>The reader's first task on the case; null when there is nothing that they can do now.</summary>
    public NextStep? Next { get; private set; }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        await base.Prepare();
        var views = Actions.Select(link => link.Action).ToArray();
        Next = await work.First(Reference, By, Now, views, Cancellation) is { } item && pages.AddressOf(Reference, item.Next!, item.Condition, item.Item) is { } address
            ? new NextStep(WorkTexts.What(item), WorkTexts.When(item, Service<When>()), item.Advice, address, item.NextLabel!)
            : await OfEnrolment(views);
        return null;
    }

    /// <summary>Before signing the officer also has questions to answer that have no deadline of their own.</summary>
    private async ValueTask<NextStep?> OfEnrolment(IReadOnlyList<ActionView> views)
    {
        if (!AccessPolicy.PreparesOffers(By) || AccessRequest.Reason is not null || Agreement is not { Term: null, Ended: false, Referral: not null }
            || await eligibility.Of(Reference, AccessRequest, Cancellation) is not Reply<EligibilityView>.Given { Value: var rules }
            || new EnrolmentTasks(Agreement, views, rules, Service<When>(), offers: true).Next() is not { Href: { } address } task)
        {
            return null;
        }

        var when = Agreement.Status == AgreementStatus.Referred ? "Needed before eligibility is decided" : "To be done next";
        return new NextStep(task.Title, when, task.Hint is { } hint ? $"{hint}." : "", address, ActionWords.Label(address.Split('/')[3]));
    }
}
