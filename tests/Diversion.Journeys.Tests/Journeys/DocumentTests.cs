using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>Papers kept with the case.</summary>
public sealed class DocumentTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public async Task A_paper_is_added_by_the_key_worker_and_removed_by_a_lead()
    {
        await using var worker = await portal.Visit("demo-kw-1");
        await worker.Go("/caseload");
        await worker.FollowTo("/agreements/");
        var reference = worker.Reference;
        await worker.GoToPart("documents");
        await worker.Follow("Add a paper");
        await worker.Press("Add the paper");
        await worker.Sees("There is a problem");
        await PageCheck.Assert(worker.Page);
        await worker.Field("File or photo").SetInputFilesAsync(new FilePayload { Name = "note.txt", MimeType = "text/plain", Buffer = "Seen today, unfit for work until Friday."u8.ToArray() });
        await worker.Choose("What is it?", "Letter");
        await worker.Fill("Title (optional)", "Note of the doctor");
        await worker.Press("Add the paper");
        await worker.Sees("The paper was added.");
        await worker.Follow("Note of the doctor");
        await PageCheck.Assert(worker.Page);

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go($"/agreements/{reference}/documents");
        await PageCheck.Assert(lead.Page);
        await lead.Follow("Note of the doctor");
        await lead.Follow("Remove this paper");
        await PageCheck.Assert(lead.Page);
        await lead.Fill("Why does it not belong here?", "It is about somebody else.");
        await lead.Press("Remove the paper");
        await lead.DoesNotSee("Note of the doctor");
    }
}
