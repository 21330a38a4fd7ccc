using Diversion.Domain.Time;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using NodaTime;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>The pages of an enrolment, as the officer and the sergeant go through them.</summary>
internal static class Enrolment
{
    /// <summary>From the officer's home page to a case with its checks requested, whose reference is in the address.</summary>
    /// <param name="isChecked">The page before the last button is checked, since no crawl reaches it. Needs script.</param>
    public static async Task Refer(Visitor officer, string name, bool isChecked = false)
    {
        await officer.Follow("Enrol a person");
        await officer.Fill("Full name", name);
        await officer.FillDate("Date of birth", new LocalDate(1997, 3, 27));
        await officer.Choose("Sex", "Male");
        await officer.Choose("Home district", "County Durham");
        await officer.Choose("May we send them reminders and letters by email?", "No");
        await officer.Fill("Find the offence (optional)", "theft shop");
        await officer.Press("Find");
        await officer.FillDate("Date of the offence", WorkingCalendar.DateOf(officer.Server.Now).PlusDays(-20));
        await officer.Choose("Where did it happen?", "County Durham");
        await officer.Press("Save and check");
        if (isChecked)
        {
            await PageCheck.Assert(officer.Page);
        }

        await officer.Press("Refer the person");
        Assert.NotEmpty(officer.Reference);
    }

    /// <summary>What the officer finds out before a sergeant decides, on the page that follows the referral.</summary>
    /// <param name="childProtection">The safeguarding check came back with a concern.</param>
    /// <param name="victim">Name of the victim; null for none.</param>
    public static async Task Prepare(Visitor officer, bool childProtection = false, string? victim = null)
    {
        await officer.Choose("Safeguarding check: is there a concern?", childProtection ? "Yes" : "No");
        await officer.Choose("Domestic-abuse check: is there a concern?", "No");
        await officer.Tick("None of these");
        await officer.Fill("How many previous convictions does the person have?", "2");
        await officer.Choose("Does the person admit the offence?", "They neither admit nor deny it");
        await officer.Fill("Reference of the interview or the evidence", "INT/26/77");
        await officer.Choose("Is there enough evidence to charge?", "Yes");
        await officer.Fill("Who decided that?", "Inspector Evelyn Stone");
        await officer.Fill("Why is it in the public interest not to charge?", "The loss is small and was paid back.");
        await officer.Choose("Legal advice", "Offered and declined");
        await officer.Choose("Your own judgement", "Medium");
        await officer.Choose("Is there a victim?", victim is null ? "No" : "Yes");
        if (victim is not null)
        {
            await officer.Fill("Name of the victim (optional)", victim);
            await officer.Fill("How they want to be reached (optional)", "0191 496 0000, in the evening");
            await officer.Fill("What do they say, in their own words?", "It must not happen again.");
            await officer.Choose("Would they like restorative justice?", "Yes");
            await officer.Choose("How were they referred to victim support?", "By telephone");
        }

        await officer.Tick("Drugs and alcohol");
        await officer.Fill("What are the person’s own goals?", "Find a steady job");
        await officer.Press("Save answers");
        await officer.Sees("Answers saved.");
    }

    public static async Task Approve(Visitor sergeant, string reference)
    {
        await sergeant.Go($"/agreements/{reference}/approve-eligibility");
        await sergeant.Press("Approve eligibility");
        await sergeant.Sees("Eligible");
    }

    /// <summary>An offer of supervision meetings.</summary>
    /// <param name="isChecked">Like in <see cref="Refer"/>.</param>
    public static async Task Offer(Visitor officer, string reference, bool isChecked = false)
    {
        await officer.Go($"/agreements/{reference}/enrol");
        await officer.Follow("Choose the conditions and offer");
        await officer.Tick("Supervision meetings");
        await officer.Press("Save and review");
        if (isChecked)
        {
            await PageCheck.Assert(officer.Page);
        }

        await officer.Press("Make the offer");
    }

    /// <summary>On the page that follows the offer.</summary>
    public static async Task Sign(Visitor officer, string keyWorker)
    {
        await officer.FillDate("Day on the signed paper", WorkingCalendar.DateOf(officer.Server.Now));
        await officer.Select("Key worker", keyWorker);
        await officer.Tick("I explained this and the person signed for it");
        await officer.Press("Record the signing");
    }
}
