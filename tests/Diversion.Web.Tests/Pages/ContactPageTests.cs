using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The person's contact details, also after signing.</summary>
public sealed class ContactPageTests
{
    [Fact]
    public async Task A_key_worker_changes_contact_details_from_the_case_page()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        Assert.NotNull((await browser.Get($"/agreements/{id}")).Html.QuerySelector($"a[href='/agreements/{id}/change-contact']"));

        var page = await browser.Get($"/agreements/{id}/change-contact");
        Assert.Equal("sam@example.org", page.Html.GetElementById("Form-Email")!.GetAttribute("value"));
        var wrong = await browser.Submit(page, [.. Contact("no"), ("Form.Phone", "ask his mother")]);
        Assert.StartsWith("Enter a telephone number", Assert.Single(wrong.Faults), StringComparison.Ordinal);

        var saved = await browser.Submit(wrong, [.. Contact("no"), ("Form.Phone", "+44 7700 900982"), ("Form.PreferredContact", "Letter")]);

        Assert.Equal("The contact details were saved. No more email is sent to the person.", saved.Banner);
        var person = (await app.Casework.Find(new AgreementId(id)))!.Referral.Person;
        Assert.Equal((false, "2 New Street", "+44 7700 900982", "new@example.org"), (person.ContactConsent, person.Address, person.Phone, person.Email));
        Assert.Contains("withdrew consent", (await browser.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_has_no_such_page()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Provider);
        Assert.Equal(403, (await browser.Get($"/agreements/{id}/change-contact")).Status);
        Assert.Equal(403, (await app.Post(Staff.Provider, $"/api/v1/agreements/{id}/change-contact", """{"contact":{"contactConsent":false}}""")).Status);
    }

    private static (string, string)[] Contact(string consent) =>
        [("Form.Email", "new@example.org"), ("Form.Address", "2 New Street"), ("Form.District", "County Durham"), ("Form.ContactConsent", consent)];
}
