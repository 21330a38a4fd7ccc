using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A second offence: added, corrected and removed before an offer; taken in after the signing.</summary>
public sealed class OffencePageTests
{
    private static readonly (string, string)[] Damage =
    [
        ("Form.Description", "Damaged a fence"), ("Form.Group", "criminal-damage"), ("Form.CommittedOn.Day", "10"), ("Form.CommittedOn.Month", "2"), ("Form.CommittedOn.Year", "2026"),
        ("Form.Class", "SummaryOnly"), ("Form.DomesticAssault", "no"), ("Form.District", "County Durham"), ("Form.CrimeNumber", "CRI/10"), ("Form.Classification", "149/0"), ("Form.Value", "£1,200.50"),
        ("Form.Place", "Mill Lane"), ("Form.Aggravated", "yes"),
    ];

    [Fact]
    public async Task A_second_offence_is_added_corrected_and_removed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);

        var tasks = await browser.Submit(await browser.Get($"/agreements/{id}/add-offence"), Damage);
        Assert.Equal($"/agreements/{id}/enrol", tasks.Address);
        Assert.Contains("10 August 2026", tasks.Text, StringComparison.Ordinal);
        Assert.Contains("Damaged a fence", tasks.Text, StringComparison.Ordinal);
        var record = await browser.Get($"/agreements/{id}/whole");
        Assert.All((string[])["Damaged a fence", "CRI/10", "149/00", "£1,200.50", "Mill Lane", "Racially or religiously aggravated"], text => Assert.Contains(text, record.Text, StringComparison.Ordinal));

        var form = await browser.Get($"/agreements/{id}/correct-offence/2");
        Assert.Equal("CRI/10", form.Html.QuerySelector("[name='Form.CrimeNumber']")!.GetAttribute("value"));
        Assert.Empty((await browser.Submit(form, [.. Damage.Where(one => one.Item1 != "Form.CommittedOn.Day"), ("Form.CommittedOn.Day", "12"), ("Reason", "The victim was sure.")])).Faults);
        Assert.Contains("12 August 2026", (await browser.Get($"/agreements/{id}/enrol")).Text, StringComparison.Ordinal);

        await browser.Submit(await browser.Get($"/agreements/{id}/remove-offence/2"), ("Reason", "Another person did it."));
        Assert.DoesNotContain("Damaged a fence", (await browser.Get($"/agreements/{id}/enrol")).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await browser.Get($"/agreements/{id}/correct-offence/x")).Status);
    }

    [Theory]
    [InlineData("add-offence", "Charge by: 10 August 2026")]
    [InlineData("correct-offence/2", "Charge by: no time limit")]
    public async Task The_preview_shows_the_earliest_charge_by_date_of_the_case(string page, string shown)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        await browser.Submit(await browser.Get($"/agreements/{id}/add-offence"), Damage);
        var form = await browser.Get($"/agreements/{id}/{page}");
        var token = form.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var part = await browser.Post(
            $"{form.Address}?handler=ChargeBy",
            [
                .. Damage.Where(one => one.Item1 != "Form.Class").Append(("Form.Class", "EitherWay")).Append(("__RequestVerificationToken", token))
                    .Select(one => KeyValuePair.Create(one.Item1, one.Item2)),
            ]);

        Assert.Equal(200, part.Status);
        Assert.Contains(shown, part.Html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Classification", "theft", "such as 008/06")]
    [InlineData("Form.Value", "lots", "amount in pounds")]
    [InlineData("Form.Value", "-5", "amount in pounds")]
    [InlineData("Form.CommittedUntil.Day", "5", "must include")]
    public async Task What_cannot_be_read_is_refused_with_what_would_be_taken(string field, string typed, string told)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var refused = await browser.Submit(await browser.Get($"/agreements/{id}/add-offence"), [.. Damage.Where(one => one.Item1 != field), (field, typed)]);
        Assert.Contains(refused.Faults, fault => fault.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lead_takes_an_offence_in_and_the_new_version_is_printed_with_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        var done = await browser.Submit(
            await browser.Get($"/agreements/{id}/take-offence-in"),
            [.. Damage, ("Agreed", "yes"), ("AgreedOn.Day", "5"), ("AgreedOn.Month", "3"), ("AgreedOn.Year", "2026"), ("AgreedHow", "InPerson"), ("Reason", "He told us himself.")]);
        Assert.Empty(done.Faults);
        Assert.Equal($"/agreements/{id}", done.Address);
        var paper = await browser.Get($"/agreements/{id}/paper");
        Assert.Contains("Damaged a fence, on 10 February 2026", paper.Text, StringComparison.Ordinal);
        Assert.Contains("It now also covers this offence", paper.Text, StringComparison.Ordinal);
    }
}
