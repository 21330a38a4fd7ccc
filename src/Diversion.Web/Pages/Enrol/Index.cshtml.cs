using Diversion.Casework.Access;
using Diversion.Casework.Queries;
using Diversion.Domain.Offer;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Everything between the referral and the signing, to be left and taken up again.</summary>
public sealed class IndexModel(ActionsQuery actions, EligibilityQuery eligibility, When when) : EnrolmentPage
{
    private EnrolmentTasks tasks = null!;

    public EnrolmentTask? Next => tasks.Next();

    public IReadOnlyList<(string Id, string Title, IReadOnlyList<EnrolmentTask> Tasks)> Groups =>
    [
        ("case", "The case", tasks.Case()),
        ("checks", "Checks and questions", tasks.ChecksAndQuestions()),
        ("people", "The victim and the person", tasks.PersonAndVictim()),
        ("decision", "The decision", tasks.Decision()),
        ("agreement", "The agreement", tasks.Offer()),
    ];

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (Agreement.Term is not null || Agreement.Ended)
        {
            return LocalRedirect($"/agreements/{Reference}");
        }

        var answers = await eligibility.Of(Reference, Look, Cancellation);
        if (answers is Reply<EligibilityView>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        var possible = await actions.Of(Reference, By, Now, Cancellation) is Reply<IReadOnlyList<ActionView>>.Given { Value: var all } ? all : [];
        tasks = new EnrolmentTasks(Agreement, possible, ((Reply<EligibilityView>.Given)answers).Value, when, AccessPolicy.IsForRole<OfferCommand.MakeOffer>(By));
        return null;
    }
}
