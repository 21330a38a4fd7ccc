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
        await officer.Press("Start");
        await officer.Follow("The person");
        await officer.Fill("Full name", name);
        await officer.FillDate("Date of birth", new LocalDate(1997, 3, 27));
        await officer.Choose("Sex", "Male");
        await officer.Choose("Home district", "County Durham");
        await officer.Choose("May we send them reminders and letters by email?", "No");
        await officer.Press("Save and continue");
        await officer.Follow("The offence");
        await officer.Fill("What happened?", "Theft of two bottles from a shop");
        await officer.Select("Offence group", "Theft");
        await officer.FillDate("Date of the offence", WorkingCalendar.DateOf(officer.Server.Now).PlusDays(-20));
        await officer.Choose("Which court can try it?", "Either way");
        await officer.Choose("Was it common assault or battery in domestic abuse?", "No");
        await officer.Choose("Where did it happen?", "County Durham");
        await officer.Press("Save and continue");
        await officer.Follow("Check and refer");
        if (isChecked)
        {
            await PageCheck.Assert(officer.Page);
        }

        await officer.Press("Refer the person");
        Assert.NotEmpty(officer.Reference);
    }

    /// <summary>What the officer finds out before a sergeant decides: follows the task list from one task to the next.</summary>
    /// <param name="childProtection">The safeguarding check came back with a concern.</param>
    public static async Task Prepare(Visitor officer, bool childProtection = false)
    {
        await officer.Follow("Safeguarding check");
        await officer.Choose("Is there a concern?", childProtection ? "Yes" : "No");
        await officer.Press("Save result");
        await officer.Follow("Domestic-abuse check");
        await officer.Choose("Is there a concern?", "No");
        await officer.Press("Save result");
        await officer.Follow("Eligibility questions");
        await officer.Tick("None of these");
        await officer.Choose("Is a co-accused person’s case still pending?", "No");
        await officer.Fill("How many previous convictions does the person have?", "2");
        await officer.Choose("Does the person admit the offence?", "They neither admit nor deny it");
        await officer.Choose("What is the evidence, mostly?", "An interview");
        await officer.Fill("Reference of the interview or the evidence", "INT/26/77");
        await officer.Choose("Is there enough evidence to charge?", "Yes");
        await officer.Fill("Who decided that?", "Inspector Evelyn Stone");
        await officer.Fill("Why is it in the public interest not to charge?", "The loss is small and was paid back.");
        await officer.Choose("Legal advice", "Offered and declined");
        await officer.Press("Save answers");
        await officer.Follow("Risk of offending again");
        await officer.Choose("Your own judgement", "Medium");
        await officer.Press("Save risk");
        await officer.Follow("Victim");
        await officer.Choose("Is there a victim?", "No");
        await officer.Press("Save the victim");
        await officer.Follow("What the person needs help with");
        await officer.Tick("Drugs and alcohol");
        await officer.Press("Save the needs");
        await officer.Follow("The person’s own goals");
        await officer.Fill("What are the person’s own goals?", "Find a steady job");
        await officer.Press("Save the goals");
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

    public static async Task Sign(Visitor officer, string reference, string keyWorker)
    {
        await officer.Go($"/agreements/{reference}/sign-agreement");
        await officer.FillDate("Day on the signed paper", WorkingCalendar.DateOf(officer.Server.Now));
        await officer.Select("Key worker", keyWorker);
        await officer.Tick("I explained this and the person signed for it");
        await officer.Press("Record the signing");
    }
}
