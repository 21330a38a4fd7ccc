using Diversion.Domain;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>
/// A case with two offences, a person who needs an interpreter, a full basis, two victims, money and a letter as reparation,
/// and letters by post.
/// </summary>
public sealed class WholeCaseTests(Portal portal) : IClassFixture<Portal>
{
    private const string Shopkeeper = "Robin Shopkeeper";
    private const string Garage = "Wearside Motors";

    [BrowserFact]
    public async Task A_case_with_two_offences_two_victims_compensation_and_an_apology_is_enrolled_and_carried_out()
    {
        await using var officer = await portal.Visit("demo-po-1");
        await Enrolment.Refer(officer, "Casey Whitlock");
        var reference = officer.Reference;
        await Enrolment.Prepare(officer, victim: Shopkeeper);
        await AddOffence(officer, reference);
        await SayHowToMeet(officer, reference);
        await AddBusiness(officer, reference);
        await AskForReview(officer, reference);
        await using (var sergeant = await portal.Visit("demo-sgt-1"))
        {
            await Enrolment.Approve(sergeant, reference);
            await sergeant.Go($"/agreements/{reference}/conditions");
            await sergeant.Sees("Damage to a parked van");
        }

        await Offer(officer, reference);
        await Enrolment.Sign(officer, "Priya Nair, Probation North");
        await TellVictim(officer, reference);

        await using var worker = await portal.Visit("demo-kw-1");
        await PostLetter(worker, reference);
        await Pay(worker, reference);
        await Apologise(worker, reference);

        var state = (await portal.Server.Casework.Find(new(reference)))!;
        Assert.Equal(2, state.Referral!.Offences.Count());
        Assert.Equal(("Polish", true), (state.Referral.Circumstances.Language, state.Referral.Circumstances.Interpreter));
        Assert.Equal([(Shopkeeper, VictimKind.Person), (Garage, VictimKind.Business)], state.Victims.All.Select(victim => (victim.Details.Name!, victim.Details.Kind)));
        Assert.Equal((2_000, 8_000), state.Condition<CompensationCondition>("compensation") is var paid ? (paid.PaidPence, paid.OwedPence) : default);
        Assert.Equal(LetterEnd.HandedOver, state.Condition<ApologyCondition>("letter-of-apology").End);
    }

    [BrowserFact]
    public async Task A_complaint_is_recorded_acknowledged_and_answered_by_the_team_manager()
    {
        await using var worker = await portal.Visit("demo-kw-2");
        await worker.Go("/caseload");
        await worker.FollowTo("/agreements/");
        var reference = worker.Reference;
        await worker.Go($"/agreements/{reference}/record-complaint");
        await worker.Choose("Who complains?", "The person");
        await worker.Choose("How did they say it?", "By telephone");
        await worker.Fill("At what time?", Words.Time(worker.Server.Now));
        await worker.Choose("What is it about?", "A decision, or how long it took");
        await worker.Fill("What do they complain of?", "Nobody told me where to go.");
        await worker.Press("Record the complaint");
        await worker.Sees("The complaint was recorded.");

        await using var manager = await portal.Visit("demo-tm-1");
        await manager.Go($"/agreements/{reference}/contact");
        await manager.FollowTo("/acknowledge-complaint/");
        await manager.Choose("How did you tell them?", "By telephone");
        await manager.Fill("At what time?", Words.Time(worker.Server.Now));
        await PageCheck.Assert(manager.Page);
        await manager.Press("Record that the complaint was acknowledged");
        await manager.GoToPart("contact");
        await manager.FollowTo("/answer-complaint/");
        await manager.Choose("What was the result?", "Partly upheld");
        await manager.Choose("How did you tell them?", "By telephone");
        await manager.Fill("At what time?", Words.Time(worker.Server.Now));
        await manager.Fill("What did you tell them?", "We are sorry that you had to wait.");
        await PageCheck.Assert(manager.Page);
        await manager.Press("Record the answer");
        await manager.Sees("The answer to the complaint was recorded.");

        Assert.Equal(ComplaintResult.PartlyUpheld, (await portal.Server.Casework.Find(new(reference)))!.Complaints[^1].Result);
    }

    private static async Task AddOffence(Visitor officer, string reference)
    {
        await officer.Go($"/agreements/{reference}/add-offence");
        await officer.Fill("What happened?", "Damage to a parked van");
        await officer.Select("Offence group", "Criminal damage");
        await officer.FillDate("Date of the offence", WorkingCalendar.DateOf(officer.Server.Now).PlusDays(-18));
        await officer.Choose("Which court can try it?", "Either way");
        await officer.Choose("Where did it happen?", "County Durham");
        await officer.Unfold("More about this offence");
        await officer.Fill("Crime number (optional)", "CRI/26/0042");
        await officer.Fill("Home Office classification (optional)", "149/00");
        await officer.Fill("Value of loss or damage, in pounds (optional)", "150");
        await PageCheck.Assert(officer.Page);
        await officer.Press("Add the offence");
        await officer.Sees("The offence was added.");
    }

    private static async Task SayHowToMeet(Visitor officer, string reference)
    {
        await officer.Go($"/agreements/{reference}/record-circumstances");
        await officer.Fill("Language that they want to speak, if it is not English", "Polish");
        await officer.Choose("Do they need an interpreter?", "Yes");
        await officer.Fill("Pregnancy or caring duties", "Collects a child at 3pm on school days");
        await PageCheck.Assert(officer.Page);
        await officer.Press("Save");
        await officer.Go($"/agreements/{reference}/contact");
        await officer.Sees("Polish");
        await PageCheck.Assert(officer.Page);
    }

    private static async Task AddBusiness(Visitor officer, string reference)
    {
        await officer.Go($"/agreements/{reference}/record-victim");
        await officer.Fill("Name", Garage);
        await officer.Fill("How they want to be reached (optional)", "0191 496 0100");
        await officer.Choose("Do they have enhanced rights?", "No enhanced rights");
        await officer.Unfold("A child, a business, or wishes about contact");
        await officer.Choose("Who is the victim?", "A business or organisation");
        await officer.Fill("Who speaks for them?", "Dana Foreman");
        await PageCheck.Assert(officer.Page);
        await officer.Press("Save the victim");
        await officer.Sees("The victim was saved.");
        await officer.Go($"/agreements/{reference}/record-victim-views/2");
        await officer.Fill("What do they say, in their own words?", "Pay for the door.");
        await officer.Choose("Would they like restorative justice?", "No");
        await officer.Unfold("A statement, or compensation");
        await officer.Choose("Would they like compensation?", "Yes");
        await PageCheck.Assert(officer.Page);
        await officer.Press("Save the victim’s views");
        await officer.Sees("The victim’s views were saved.");
    }

    private static async Task AskForReview(Visitor officer, string reference)
    {
        await officer.Go($"/agreements/{reference}/record-victim-request/2");
        await officer.Choose("What do they ask for?", "A complaint");
        await officer.Fill("What do they ask or complain of?", "Nobody rang back.");
        await officer.Fill("Whose decision or conduct is it about?", "The front desk");
        await PageCheck.Assert(officer.Page);
        await officer.Press("Save the request");
        await officer.Sees("The request of the victim was saved.");
    }

    private static async Task Offer(Visitor officer, string reference)
    {
        await officer.Go($"/agreements/{reference}/make-offer");
        await officer.Tick("Supervision meetings");
        await officer.Tick("Compensation");
        await officer.Select("For which victim?", Garage);
        await officer.Fill("How much in all, in pounds?", "100");
        await officer.Fill("In how many payments?", "9");
        await officer.Fill("How many weeks from the signing to the first, and from each to the next?", "4");
        await officer.Tick("Letter of apology");
        await officer.Select("To which victim?", Shopkeeper);
        await officer.Press("Save and review");
        await officer.Sees("after the last day of the agreement");
        await officer.Fill("In how many payments?", "2");
        await PageCheck.Assert(officer.Page);
        await officer.Press("Save and review");
        await officer.Sees("Pay £100");
        await officer.Press("Make the offer");
    }

    /// <summary>By post, since they cannot be reached otherwise: the letter is printed, and the day on which it was posted recorded.</summary>
    private static async Task TellVictim(Visitor officer, string reference)
    {
        await officer.Go($"/agreements/{reference}/contact");
        await officer.FollowTo("/tell-victim/2");
        await officer.Follow("print a letter");
        await officer.Sees("Dana Foreman");
        await officer.Sees(Garage);
        await officer.DoesNotSee("Casey Whitlock");
        await officer.DoesNotSee(Shopkeeper);
        await PageCheck.Assert(officer.Page);
        await officer.Follow("record that the victim was told");
        await officer.Choose("How was it done?", "By letter");
        await PageCheck.Assert(officer.Page);
        await officer.Press("Save that the victim was told");
        await officer.Sees("told");
    }

    private static async Task PostLetter(Visitor worker, string reference)
    {
        await worker.Go($"/agreements/{reference}/contact");
        await worker.FollowTo("/tell-person/agreement");
        await worker.Follow("print a letter");
        await worker.Sees("Casey Whitlock");
        await PageCheck.Assert(worker.Page);
        await Screenshots.Take(worker.Page, "letter");
        await worker.Follow("record that the person was told");
        await worker.Choose("How did you tell them?", "By letter");
        await worker.Fill("At what time?", Words.Time(worker.Server.Now));
        await worker.Press("Record that the person was told");
        await worker.Sees("It is recorded that the person was told.");
    }

    private static async Task Pay(Visitor worker, string reference)
    {
        await worker.Go($"/agreements/{reference}/conditions");
        await worker.FollowTo("/record-payment/compensation");
        await worker.Fill("How much was paid, in pounds?", "120");
        await worker.Fill("What shows it?", "Receipt 17 of the garage");
        await worker.Press("Record the payment");
        await worker.Sees("more than the £100 that is still to be paid");
        await PageCheck.Assert(worker.Page);
        await worker.Fill("How much was paid, in pounds?", "20");
        await worker.Press("Record the payment");
        await worker.GoToPart("conditions");
        await worker.Sees("£20 of £100");
    }

    private static async Task Apologise(Visitor worker, string reference)
    {
        await worker.FollowTo("/record-letter-written/letter-of-apology");
        await worker.Press("Record that the letter was written");
        await worker.GoToPart("conditions");
        await worker.FollowTo("/check-letter/letter-of-apology");
        await worker.Choose("Can it be given to the victim?", "Yes");
        await PageCheck.Assert(worker.Page);
        await worker.Press("Record the check of the letter");
        await worker.GoToPart("conditions");
        await worker.FollowTo("/record-letter-end/letter-of-apology");
        await worker.Choose("What became of it?", "It was handed over to the victim");
        await PageCheck.Assert(worker.Page);
        await worker.Press("Record what became of the letter");
        await worker.Sees("the condition was kept");
    }
}
