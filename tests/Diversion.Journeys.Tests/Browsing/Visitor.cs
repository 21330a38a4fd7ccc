using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Browsing;

/// <summary>Somebody with a browser. At the end their browser must have met no fault.</summary>
internal sealed class Visitor(DemoServer server, string person, IBrowserContext context, IPage page) : IAsyncDisposable
{
    public string Person => person;

    public IPage Page => page;

    public IBrowserContext Context => context;

    public BrowserFaults Faults { get; } = new(context, server.Address);

    public string Path => new Uri(page.Url).PathAndQuery;

    public async Task SignIn(string person)
    {
        await Go("/sign-in");
        await page.Locator($"button[value='{person}']").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    public async Task<IResponse> Go(string path) =>
        await page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} gave no answer.");

    public Task Press(string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task Follow(string link) =>
        page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    /// <summary>A text field, by its label.</summary>
    public Task Fill(string label, string text) => page.GetByLabel(label).FillAsync(text);

    /// <summary>A choice of the question.</summary>
    public Task Choose(string question, string choice) =>
        Group(question).GetByLabel(choice, new() { Exact = true }).CheckAsync();

    public Task Select(string label, string choice) =>
        page.GetByLabel(label).SelectOptionAsync(new SelectOptionValue { Label = choice });

    public async Task FillDate(string question, NodaTime.LocalDate date)
    {
        var group = Group(question);
        await group.GetByLabel("Day", new() { Exact = true }).FillAsync($"{date.Day}");
        await group.GetByLabel("Month", new() { Exact = true }).FillAsync($"{date.Month}");
        await group.GetByLabel("Year", new() { Exact = true }).FillAsync($"{date.Year}");
    }

    public Task<string> Heading() => page.Locator("h1").InnerTextAsync();

    public Task<string> Text() => page.Locator("main").InnerTextAsync();

    /// <summary>Fails when the page does not come to hold the words soon.</summary>
    public Task Sees(string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Faults.AssertNone();
    }

    private ILocator Group(string question) => page.GetByRole(AriaRole.Group, new() { Name = question });
}
