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
        Assert.NotNull((await browser.Get($"/agreements/{id}/whole")).Html.QuerySelector($"a[href='/agreements/{id}/change-contact']"));

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

    [Fact]
    public async Task Texts_need_a_mobile_number_and_their_consent_is_withdrawn_apart_from_that_to_email()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var page = await browser.Get($"/agreements/{id}/change-contact");
        var wrong = await browser.Submit(page, [.. Contact("yes"), ("Form.TextConsent", "yes"), ("Form.Phone", "0191 498 0001")]);
        Assert.StartsWith("Enter a UK mobile number", Assert.Single(wrong.Faults), StringComparison.Ordinal);

        var saved = await browser.Submit(wrong, [.. Contact("yes"), ("Form.TextConsent", "yes"), ("Form.Phone", "07700 900982")]);
        Assert.Equal("The contact details were saved.", saved.Banner);
        Assert.Contains("Agreed to email and texts", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        Assert.Contains("The person agreed to text messages.", (await browser.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);

        var withdrawn = await browser.Submit(await browser.Get($"/agreements/{id}/change-contact"), [.. Contact("yes"), ("Form.TextConsent", "no"), ("Form.Phone", "07700 900982")]);
        Assert.Equal("The contact details were saved. No more texts are sent to the person.", withdrawn.Banner);
        Assert.Contains("Agreed to email, not to texts", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"contactConsent":true,"textConsent":true,"phone":"07700 900982"}""", 200)]
    [InlineData("""{"contactConsent":true,"textConsent":true,"phone":"0191 498 0001"}""", 422)]
    [InlineData("""{"contactConsent":true,"textConsent":true}""", 422)]
    [InlineData("""{"contactConsent":true,"textConsent":"yes","phone":"07700 900982"}""", 400)]
    public async Task The_api_takes_the_consent_with_a_mobile_number_only(string contact, int status)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        Assert.Equal(status, (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/change-contact", $$"""{"contact":{{contact}}}""")).Status);
    }

    private static (string, string)[] Contact(string consent) =>
        [("Form.Email", "new@example.org"), ("Form.Address", "2 New Street"), ("Form.District", "County Durham"), ("Form.ContactConsent", consent)];
}
