using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>What a trial allocated to a case, what it means, and what the person in fact received.</summary>
public sealed class TrialPlaceModel(ActionPages pages) : RecordPage
{
    private static readonly string[] OfTrial = [CommandCatalogue.NameOf<ReferralCommand.RecordCrossover>(), CommandCatalogue.NameOf<ReferralCommand.RecordResearchConsent>()];

    public TrialPlaceView? Place => Agreement.Referral?.Trial;

    public IReadOnlyList<ActionLink> Actions { get; private set; } = [];

    private bool IsControl => Place?.Arm == TrialArm.Control;

    public string NextHref => IsControl ? Addresses.Action<TermCommand.RecordCaseOutcome>(Reference) : Addresses.Action<OfferCommand.MakeOffer>(Reference);

    public string NextText => IsControl ? "Record what happened to the case" : "Choose the conditions and make the offer";

    public static string Meaning(TrialArm arm) => arm == TrialArm.Control
        ? "The person is dealt with as if there were no programme: charged, cautioned, or not proceeded against. The case has ended in the programme."
        : "The person can be offered the programme. They may still say no.";

    public static string ToSay(TrialArm arm) => arm == TrialArm.Control
        ? "“A draw, like tossing a coin, decides who is offered a new programme and who is dealt with as usual, so that we can find out which works better. In your case it is as usual. Nobody chose it, and it says nothing about you. I will tell you what happens next.”"
        : "“A draw, like tossing a coin, decides who is offered a new programme and who is dealt with as usual, so that we can find out which works better. In your case it is the programme. I will explain what it asks of you. You can say no.”";

    public static string ToDo(TrialArm arm) => arm == TrialArm.Control
        ? "Decide with your sergeant what happens to the case, as you would without the programme, and record it. Do not arrange any part of the programme for the person: that would spoil the comparison."
        : "Choose the conditions, make the offer, and go through it with the person.";

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (Agreement.Referral is null)
        {
            return NotForRole();
        }

        Actions = [.. (await Possible()).Where(action => OfTrial.Contains(action.Command)).Select(action => new ActionLink(action, pages.AddressOf(Reference, action)))];
        return null;
    }
}
