using System.IO.Compression;
using Diversion.Domain;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;

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
            await Contest(again, "warning-2");
            await Uphold(reference, "warning-2");
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

        await officer.Go($"/agreements/{reference}/conditions");
        await officer.SeesStatus("Breached");
        await officer.Go($"/agreements/{reference}/breach-file");
        await officer.Sees("after two warnings");
        await officer.Sees("which the person contests, was looked at again: it stays and counts");
        await PageCheck.Assert(officer.Page);
        await Screenshots.Take(officer.Page, "breach-file");
        await CheckZip(officer, reference);
    }

    /// <summary>The zip that the officer saves is what was given out; with one letter changed it is not.</summary>
    private static async Task CheckZip(Visitor officer, string reference)
    {
        await using var saved = await officer.Context.APIRequest.GetAsync((await officer.LinkTo("/case-file/zip").GetAttributeAsync("href"))!);
        var zip = await saved.BodyAsync();
        await Check(zip, "exactly what Diversion gave out");
        await Check(Changed(zip), "Do not rely on this zip");

        async Task Check(byte[] content, string answer)
        {
            await officer.Go($"/agreements/{reference}/case-file/check");
            await officer.Field("Zip").SetInputFilesAsync(new FilePayload { Name = "breach-file.zip", MimeType = "application/zip", Buffer = content });
            await officer.Press("Check it");
            await officer.Sees(answer);
            await PageCheck.Assert(officer.Page);
        }
    }

    private static byte[] Changed(byte[] zip)
    {
        using var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var file = archive.Entries.First(entry => entry.Name.EndsWith(".html", StringComparison.Ordinal));
            using var content = file.Open();
            content.Seek(0, SeekOrigin.End);
            content.Write("<!-- -->"u8);
        }

        return stream.ToArray();
    }

    private static async Task Contest(Visitor worker, string warning)
    {
        await worker.GoToPart("contact");
        await worker.FollowTo($"/record-answer/{warning}");
        await worker.Choose("How did they say it?", "By telephone");
        await worker.Fill("At what time?", Words.Time(worker.Server.Now));
        await worker.Fill("What does the person say?", "My bus did not come.");
        await PageCheck.Assert(worker.Page);
        await worker.Press("Record what the person says");
        await worker.Sees("What the person says against the warning was recorded.");
    }

    private async Task Uphold(string reference, string warning)
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go($"/agreements/{reference}/conditions");
        await lead.FollowTo($"/decide-contest/{warning}");
        await lead.Sees("My bus did not come.");
        await lead.Choose("What do you decide?", "The warning stays");
        await lead.Fill("Reasons for your decision", "There was a bus an hour earlier.");
        await PageCheck.Assert(lead.Page);
        await lead.Press("Decide");
        await lead.Sees("The decision on the contested warning was recorded.");
    }

    /// <summary>Only a failure after the person was told counts towards the next step.</summary>
    private static async Task RecordTelling(Visitor worker, string news)
    {
        await worker.GoToPart("contact");
        await worker.FollowTo($"/tell-person/{news}");
        await worker.Choose("How did you tell them?", "By telephone");
        await worker.Fill("At what time?", Words.Time(worker.Server.Now));
        await worker.Press("Record that the person was told");
        await worker.Sees("It is recorded that the person was told.");
    }

    /// <summary>A lead confirms a breach only after the person could answer.</summary>
    private static async Task DeclineToAnswer(Visitor worker)
    {
        await worker.GoToPart("contact");
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
        await worker.Go($"/agreements/{reference}/conditions");
    }
}
