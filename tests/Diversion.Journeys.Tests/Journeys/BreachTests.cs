using Diversion.Domain;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>Enrolled, missed, warned, proposed for breach and decided: each kind of page once by keyboard alone.</summary>
public sealed class BreachTests(Portal portal) : IClassFixture<Portal>
{
    private const string Name = "Jordan Ashworth";
    private const string Missed = "Missed, without an acceptable reason";

    [BrowserFact]
    public async Task Three_meetings_missed_bring_two_warnings_and_a_breach_that_a_lead_confirms_all_by_keyboard()
    {
        await using var officer = await portal.Visit("demo-po-1", byKeyboard: true);
        await Enrolment.Refer(officer, Name);
        var reference = officer.Reference;
        await Enrolment.Prepare(officer);
        await using (var sergeant = await portal.Visit("demo-sgt-1", byKeyboard: true))
        {
            await Enrolment.Approve(sergeant, reference);
        }

        await Enrolment.Offer(officer, reference);
        await Enrolment.Sign(officer, "Priya Nair, Probation North");

        await using var worker = await portal.Visit("demo-kw-1", byKeyboard: true);
        await Miss(worker, reference);
        await worker.Sees("First warning");
        await RecordTelling(worker, "warning-1");

        // The same two pages twice again: with a mouse, which is much faster.
        await using (var again = await portal.Visit("demo-kw-1"))
        {
            await Miss(again, reference);
            await again.Sees("Final warning");
            await PageCheck.Assert(again.Page);
            await RecordTelling(again, "warning-2");
            await Miss(again, reference);
        }

        await worker.Go($"/agreements/{reference}");
        await worker.Sees("A breach is proposed");
        await PageCheck.Assert(worker.Page);
        await RecordTelling(worker, "breach-proposed-1");
        await DeclineToAnswer(worker);

        await using var lead = await portal.Visit("demo-lead-1", byKeyboard: true);
        await lead.Follow($"Decide the breach: {Name}");
        await PageCheck.Assert(lead.Page);
        await Screenshots.Take(lead.Page, "decide-a-breach");
        await lead.Choose("What do you decide?", "Confirm the breach");
        await lead.Tick("I have read what led to it. The case goes back for charge");
        await lead.Fill("Reasons for your decision", "Three meetings missed without a reason, after two warnings.");
        await lead.Press("Decide the breach");
        await lead.Sees("The breach was confirmed.");

        await officer.Go($"/agreements/{reference}");
        await officer.Sees("Breached");
        await officer.Go($"/agreements/{reference}/breach-file");
        await officer.Sees("after two warnings");
        await PageCheck.Assert(officer.Page);
        await Screenshots.Take(officer.Page, "breach-file");
    }

    /// <summary>Only a failure after the person was told counts towards the next step.</summary>
    private static async Task RecordTelling(Visitor worker, string news)
    {
        await worker.FollowTo($"/tell-person/{news}");
        await worker.Choose("How did you tell them?", "By telephone");
        await worker.Fill("At what time?", Words.Time(worker.Server.Now));
        await worker.Press("Record that the person was told");
        await worker.Sees("It is recorded that the person was told.");
    }

    /// <summary>A lead confirms a breach only after the person could answer.</summary>
    private static async Task DeclineToAnswer(Visitor worker)
    {
        await worker.Follow("Record the person's answer");
        await PageCheck.Assert(worker.Page);
        await worker.Choose("Does the person answer?", "No, they do not wish to answer");
        await worker.Choose("How did they say it?", "By telephone");
        await worker.Fill("At what time?", Words.Time(worker.Server.Now));
        await worker.Press("Record the answer");
        await worker.Sees("The answer was recorded.");
    }

    private static async Task Miss(Visitor worker, string reference)
    {
        await Supervision.Hold(worker, reference);
        await Supervision.Record(worker, Name, Missed);
        await worker.Go($"/agreements/{reference}");
    }
}
