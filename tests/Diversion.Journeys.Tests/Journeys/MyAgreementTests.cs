using System.Text.RegularExpressions;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>A person with a printed code and a small phone.</summary>
public sealed partial class MyAgreementTests(Portal portal) : IClassFixture<Portal>
{
    [GeneratedRegex(@"(?<day>\d{1,2}) (?<month>[A-Z][a-z]+) (?<year>(19|20)\d\d)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Day();

    [BrowserFact]
    public async Task A_person_comes_in_with_a_printed_code_and_reads_what_is_next()
    {
        await using var worker = await portal.Visit("demo-kw-1");
        await worker.Go("/caseload");
        var reference = (await worker.References())[0];
        await worker.Go($"/agreements/{reference}/contact");
        var born = Day().Match(await worker.Page.Locator(".identity__facts").InnerTextAsync());
        await worker.Go($"/agreements/{reference}/give-own-page");
        await worker.Choose("How do they get it?", "Print a code");
        await worker.Press("Give it to the person");
        var code = await worker.Page.Locator("#own-code").InnerTextAsync();

        await using var person = await portal.Visit(null, new() { ViewportSize = Widths.Phone, JavaScriptEnabled = true });
        await person.Go("/my-page");
        await PageCheck.AssertOutside(person.Page);
        await person.Fill("Your code", code);
        await person.Fill("Day", born.Groups["day"].Value);
        await person.Fill("Month", born.Groups["month"].Value);
        await person.Fill("Year", born.Groups["year"].Value);
        await person.Press("Come in");
        await person.Sees("If you can't come");
        await PageCheck.AssertOutside(person.Page);
        await person.Follow("See what I agreed");
        await PageCheck.AssertOutside(person.Page);
    }
}
