using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A victim is asked how satisfied they are once the case has ended.</summary>
public sealed class SatisfactionPageTests
{
    private static IEnumerable<(string, string)> Asked => [.. Submitting.Date("On", 5, 3), ("ByWhom", "PC Green")];

    [Fact]
    public async Task An_officer_records_three_answers_or_that_the_victim_did_not_wish_to_give_any()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var officer = await app.Browse(Staff.Officer);
        Assert.Equal(409, (await officer.Get($"/agreements/{id}/record-victim-satisfaction/1")).Status);
        await app.Do(Staff.Lead, id, "discontinue", """{"cause":"moved","reason":"Moved away."}""");

        var record = await officer.Get($"/agreements/{id}/whole");
        Assert.NotNull(record.Html.QuerySelector($"a[href*='/agreements/{id}/record-victim-satisfaction/1']"));
        var form = await officer.Get($"/agreements/{id}/record-victim-satisfaction/1");
        Assert.Equal(422, (await officer.Submit(form, [.. Asked, ("Wishes", "yes")])).Status);
        Assert.Equal(422, (await officer.Submit(form, [.. Asked, ("Wishes", "no"), ("Informed", "3")])).Status);
        var saved = await officer.Submit(form, [.. Asked, ("Wishes", "yes"), ("Informed", "4"), ("Outcome", "2")]);
        Assert.True(saved.Banner == "What the victim said was saved.", $"{saved.Status} {saved.Address} {string.Join("; ", saved.Faults)} {saved.Text}");
        Assert.Contains("How they were kept informed: 4 of 5. How they were treated: left out. What came of the case: 2 of 5.", (await officer.WholeOf(saved)).Text, StringComparison.Ordinal);

        Assert.Null(form.Html.QuerySelector("[name=Restorative]"));

        var declined = await officer.Submit(await officer.Get($"/agreements/{id}/record-victim-satisfaction/1"), [.. Asked, ("Wishes", "no")]);
        Assert.Contains("They did not wish to answer.", (await officer.WholeOf(declined)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("4 of 5", (await app.Get(Staff.Provider, $"/api/v1/agreements/{id}")).Json?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_took_part_in_restorative_justice_is_asked_about_it_too()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        foreach (var (command, body) in ((string, string)[])
        [
            ("record-victim-contact", """{"conditionId":"restorative-justice","on":"2026-03-05"}"""),
            ("record-victim-answer", """{"conditionId":"restorative-justice","accepts":true,"process":"letter"}"""),
            ("record-preparation", """{"conditionId":"restorative-justice","on":"2026-03-05"}"""),
            ("record-restorative-outcome", """{"conditionId":"restorative-justice","process":"letter","on":"2026-03-05"}"""),
        ])
        {
            await app.Do(Staff.Facilitator, id, command, body);
        }

        await app.Do(Staff.Lead, id, "discontinue", """{"cause":"moved","reason":"Moved away."}""");
        using var facilitator = await app.Browse(Staff.Facilitator);
        var form = await facilitator.Get($"/agreements/{id}/record-victim-satisfaction/1");
        Assert.Contains("How satisfied are they with restorative justice?", form.Text, StringComparison.Ordinal);

        var saved = await facilitator.Submit(form, [.. Asked, ("Wishes", "yes"), ("Informed", "4"), ("Restorative", "5")]);

        Assert.Contains("What came of the case: left out. Restorative justice: 5 of 5.", (await facilitator.WholeOf(saved)).Text, StringComparison.Ordinal);
    }
}
