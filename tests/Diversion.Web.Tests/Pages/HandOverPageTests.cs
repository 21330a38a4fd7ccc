using Diversion.Casework.Maintenance;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A case goes from one installation to another, page by page.</summary>
public sealed class HandOverPageTests
{
    [Fact]
    public async Task A_lead_hands_a_case_over_and_the_lead_of_the_other_programme_takes_it()
    {
        await using var there = await TestApp.Begin();
        await using var here = await TestApp.Begin();
        here.Officers.Add(new StaffRef("po-1", "Olive Officer"));
        var id = await there.Signed();
        using var sender = await there.Browse(Staff.Lead);
        var form = await sender.Get($"/agreements/{id}/transfer-out");
        Assert.Contains("The case ends here, and nothing else is due on it", form.Text, StringComparison.Ordinal);
        var sent = await sender.Submit(form, ("Line", "Northumbria Police"), ("Note", "Nell North, 0191 498 0000"), ("Reason", "He moved."), ("Sure", "yes"));
        Assert.Equal("The case was handed over. Save the bundle for them.", sent.Banner);
        Assert.Contains("They have not confirmed yet that they have it.", (await sender.WholeOf(sent)).Text, StringComparison.Ordinal);
        Assert.Contains("the charge-by date is this programme’s to watch", (await sender.WholeOf(sent)).Text, StringComparison.Ordinal);

        var page = await sender.Get($"/agreements/{id}/handed-over");
        var code = page.Html.QuerySelector(".govuk-summary-list strong")!.TextContent;
        var zip = await Bundle(there, id);

        using var receiver = await here.Browse(Staff.Lead);
        var wrong = await Import(receiver, zip, "0000 0000 0000 0000");
        Assert.Contains("This is not the code of this bundle", Assert.Single(wrong.Faults), StringComparison.Ordinal);
        Assert.Equal("Choose the key worker", Assert.Single((await receiver.Upload(await receiver.Get("/transfers-in"), "Upload", zip, "b.zip", ("Code", code), ("Officer", "po-1"))).Faults));
        var taken = await Import(receiver, zip, code);
        Assert.Equal($"/agreements/{id}", taken.Address);
        Assert.Contains("Test, imported by Lee Lead", (await receiver.WholeOf(taken)).Text, StringComparison.Ordinal);
        Assert.Equal((AgreementStatus.Active, "kw-2"), (await here.Stands(id)) is var state ? (state.Status, state.KeyWorker!.Id) : default);
        Assert.Null((await Verification.Run(here.Store)).Fault);
        Assert.Contains("was imported on", Assert.Single((await Import(receiver, zip, code)).Faults), StringComparison.Ordinal);
        Assert.Contains("The case came from Test", (await receiver.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);

        var confirmed = await sender.Fill($"/agreements/{id}/confirm-transfer", ("Line", "Nell North, 12 March"));
        Assert.Contains("The charge-by date is Northumbria Police’s to watch.", (await sender.WholeOf(confirmed)).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await sender.Get($"/agreements/{id}/handed-over")).Status);
        Assert.Equal(409, (await sender.Get($"/agreements/{id}/take-back")).Status);
    }

    [Fact]
    public async Task Until_it_is_confirmed_it_is_taken_back_and_nobody_else_records_anything()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Lead, id, "transfer-out", """{"organisation":"Northumbria Police","contact":"Nell North","reason":"He moved."}""");
        var refused = await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/add-note", """{"text":"He rang."}""");
        Assert.Equal("handed-over", refused.Code);
        Assert.Equal(403, (await app.Get(Staff.Worker, $"/api/v1/agreements/{id}/transfer-bundle")).Status);
        Assert.Equal(404, (await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/receive-transfer", "{}")).Status);

        using var lead = await app.Browse(Staff.Lead);
        var back = await lead.Fill($"/agreements/{id}/take-back", ("Reason", "They are full."), ("Sure", "yes"));
        Assert.Equal("The case was taken back. It runs here again.", back.Banner);
        Assert.Equal(AgreementStatus.Active, (await app.Stands(id)).Status);
    }

    private static async Task<byte[]> Bundle(TestApp app, string id)
    {
        using var client = app.As(Staff.Lead);
        using var answer = await client.GetAsync($"/api/v1/agreements/{id}/transfer-bundle");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<Visit> Import(Browser browser, byte[] zip, string code) => await browser.Upload(
        await browser.Get("/transfers-in"), "Upload", zip, "bundle.zip", ("Code", code), ("KeyWorker", "kw-2"), ("Officer", "po-1"), ("Facilitator", "rj-1"));
}
