using Diversion.Casework.Conditions;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.NewKind.Tests.WrittenApology;
using Diversion.Web.Tests.Hosting;

namespace Diversion.NewKind.Tests;

/// <summary>
/// What a new kind of condition takes: a folder of the domain, a descriptor and a registration. Nothing else of the product
/// knows the one that this assembly adds, so whatever lists kinds somewhere else fails here.
/// </summary>
public sealed class NewKindTests
{
    private const string Conditions = """[{"kind":"no-reoffending"},{"kind":"written-apology"}]""";

    /// <summary>Kinds belong to the process, so this assembly has no other tests beside these.</summary>
    static NewKindTests()
    {
        ConditionKinds.Register(new WrittenApologyRules());
        ConditionDescriptors.Register(new WrittenApologyDescriptor());
    }

    [Fact]
    public async Task It_is_chosen_offered_signed_done_and_kept_on_pages_and_the_agreement_ends()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        using var officer = await app.Browse(Staff.Officer);
        var drafting = await officer.Get($"/agreements/{id}/make-offer");
        Assert.Contains("Written apology The person writes to whom they harmed.", drafting.Text, StringComparison.Ordinal);
        var review = await officer.Submit(drafting, ("Form.Chosen", "WrittenApology"));
        Assert.Equal($"/agreements/{id}/review-offer", review.Address);
        await officer.Submit(review);
        Assert.Contains("Your key worker reads it with you and sends it.", (await officer.Get($"/agreements/{id}/paper")).Text, StringComparison.Ordinal);
        await officer.Fill($"/agreements/{id}/sign-agreement", [.. Submitting.Date("SignedOn", 5, 3), ("KeyWorker", "kw-1")]);

        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("Send the written apology", (await worker.Get("/")).Text, StringComparison.Ordinal);
        var record = await worker.Get($"/agreements/{id}/whole");
        Assert.Contains("Sent to the victimNot yet", record.Text, StringComparison.Ordinal);
        Assert.Contains("Next due Send the written apology", record.Text, StringComparison.Ordinal);
        Assert.Contains(record.Html.QuerySelectorAll("main a"), link => link.GetAttribute("href")?.StartsWith($"/agreements/{id}/send-apology/written-apology", StringComparison.Ordinal) == true);

        var done = await worker.Fill($"/agreements/{id}/send-apology/written-apology", Submitting.Date("Day", 5, 3));
        Assert.Equal("The apology was recorded.", done.Banner);
        Assert.Contains("Written apology: the condition was kept.", done.Html.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sent to the victim5 March 2026", done.Text, StringComparison.Ordinal);
        var timeline = (await worker.Get($"/agreements/{id}/timeline")).Text;
        Assert.Contains("The condition written apology began; it is sent by 5pm on 10 March 2026.", timeline, StringComparison.Ordinal);
        Assert.Contains("The apology was sent on 5 March 2026.", timeline, StringComparison.Ordinal);

        var agreement = new AgreementId(id);
        await app.TravelTo((await app.Casework.Find(agreement))!.Term!.EndsAt);
        Assert.Equal(AgreementStatus.Completed, (await app.Casework.Find(agreement))!.Status);
    }

    [Fact]
    public async Task Undone_it_is_chased_and_keeps_the_agreement_from_completing()
    {
        await using var app = await TestApp.Begin();
        var agreement = new AgreementId(await app.Signed(conditions: Conditions));
        await app.TravelTo((await app.Casework.Find(agreement))!.Term!.EndsAt);
        var state = (await app.Casework.Find(agreement))!;
        Assert.Equal(AgreementStatus.Concluding, state.Status);
        Assert.True(Assert.Single(state.Obligations, open => open.Id == "written-apology/send").IsOverdue);
        Assert.Contains("The condition: written apology", string.Concat(await Mails(app, agreement)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_the_API_and_what_is_stored_have_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: Conditions);
        Assert.Contains("Write to say that you are sorry.", string.Concat(await Mails(app, new AgreementId(id))), StringComparison.Ordinal);

        var shown = await app.Get(Staff.Worker, $"/api/v1/agreements/{id}");
        Assert.Equal("writtenApology", (string?)shown.Json!["conditions"]![1]!["kind"]);
        await app.Do(Staff.Worker, id, "send-apology", """{"conditionId":"written-apology","on":"2026-03-05"}""");
        var apology = (await app.Sibling.Find(new AgreementId(id)))!.Condition<WrittenApologyCondition>("written-apology");
        Assert.Equal((ConditionStatus.Kept, new LocalDate(2026, 3, 5)), (apology.Status, apology.SentOn!.Value));

        var names = new List<string>();
        await foreach (var recorded in app.Casework.Events(new AgreementId(id)))
        {
            names.Add(AgreementEvents.Catalogue.Of(recorded.Event).Name);
        }

        Assert.Contains("written-apology.sent", names);
    }

    /// <summary>Every mail that the agreement's events send.</summary>
    private static async Task<IReadOnlyList<string>> Mails(TestApp app, AgreementId agreement)
    {
        var bodies = new List<string>();
        AgreementState? state = null;
        await foreach (var recorded in app.Casework.Events(agreement))
        {
            state = Agreement.Evolve(state, recorded.Event);
            bodies.AddRange(EventMessages.For(recorded, state, app.Casework.Rulebook.SchemeOf(state), app.Casework.Rulebook.Programme).OfType<OutgoingMessage.Mail>().SelectMany(mail => mail.Facts.Values));
        }

        return bodies;
    }
}
