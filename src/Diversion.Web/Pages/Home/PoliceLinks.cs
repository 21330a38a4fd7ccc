using Diversion.Casework.Conditions;
using Diversion.Casework.Links;
using Diversion.Casework.MyWork;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;

namespace Diversion.Web.Pages.Home;

/// <summary>The page for each task.</summary>
internal static class PoliceLinks
{
    private static readonly string Offer = CommandCatalogue.NameOf<OfferCommand.MakeOffer>();
    private static readonly string Sign = CommandCatalogue.NameOf<OfferCommand.SignAgreement>();

    /// <summary>While checks or the person's answer are awaited the list of tasks shows the status; anything else has a page of its own.</summary>
    public static string Of(WorkItem item) => item switch
    {
        _ when item.Kind == WorkKind.Check || item.Next == Sign => Addresses.Enrolment(item.Agreement),
        { Next: { } command } => Addresses.Action(item.Agreement, command, item.Condition, item.Item),
        { Kind: WorkKind.Eligibility } => Addresses.Action<ReferralCommand.ApproveEligibility>(item.Agreement),
        _ => Addresses.Agreement(item.Agreement),
    };

    /// <summary>A task without a due moment waits until somebody does it.</summary>
    public static bool HasMoment(WorkItem item) => item.Kind != WorkKind.Eligibility && item.Next != Offer;
}
