using System.Text.RegularExpressions;
using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;
using NodaTime;

namespace Diversion.Journeys.Tests.Browsing;

/// <summary>A user with a browser. At the end the browser must have had no errors.</summary>
internal sealed partial class Visitor(DemoServer server, string person, IBrowserContext context, IPage page, CountingHands hands) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [GeneratedRegex(@"DV-\w{5}-\w{5}", RegexOptions.None, 30_000)]
    private static partial Regex ReferencePattern();

    public DemoServer Server => server;

    public string Person => person;

    public IPage Page => page;

    public IBrowserContext Context => context;

    /// <summary>What they had to do so far.</summary>
    public CountingHands Done => hands;

    public BrowserFaults Faults { get; } = new(context, server.Address);

    public string Path => new Uri(page.Url).PathAndQuery;

    /// <summary>Reference of the agreement that the page is about.</summary>
    public string Reference => ReferencePattern().Match(Path).Value;

    public ILocator Main => page.Locator("main");

    public async Task SignIn(string who)
    {
        await Go("/sign-in");
        await Leave(() => page.Locator($"button[value='{who}']").ClickAsync());
    }

    public async Task<IResponse> Go(string path) =>
        await page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} gave no answer.");

    /// <summary>Another part of the agreement that the page is about: <c>contact</c>.</summary>
    public Task GoToPart(string part) => Go($"/agreements/{Reference}/{part}");

    /// <summary>The person whose case is open.</summary>
    public Task<string> WhoseCase() => page.Locator(".identity__name").InnerTextAsync();

    /// <summary>A button that submits the page's form.</summary>
    public Task Press(string button) => Leave(() => hands.Press(Main.GetByRole(AriaRole.Button, new() { NameRegex = Named($"^{Regex.Escape(button)}$") })));

    /// <summary>Opens a collapsed part.</summary>
    public Task Unfold(string summary) => hands.Press(Main.Locator("summary", new() { HasText = summary }));

    /// <summary>The first link whose text has these words.</summary>
    public Task Follow(string words) => Leave(() => hands.Press(Link(words)));

    /// <summary>The first link to an address with this part, if several have the same words.</summary>
    public Task FollowTo(string part) => Leave(() => hands.Press(LinkTo(part)));

    /// <summary>Back to the home page, by the link above every page.</summary>
    public Task GoHome() => Leave(() => hands.Press(page.Locator("header a[href='/'], nav a[href='/']").First));

    public Task Fill(string label, string text) => hands.Fill(Field(label), text);

    public Task Select(string label, string choice) => hands.Select(Field(label), choice);

    public Task Tick(string label) => hands.Tick(Field(label));

    /// <summary>An answer to the question.</summary>
    public Task Choose(string question, string choice) => hands.Tick(Group(question).GetByLabel(choice, new() { Exact = true }));

    /// <summary>What is filled in already, such as today, is not typed again.</summary>
    public async Task FillDate(string question, LocalDate date)
    {
        (string Part, int Number)[] parts = [("Day", date.Day), ("Month", date.Month), ("Year", date.Year)];
        foreach (var (part, number) in parts)
        {
            var box = Group(question).GetByLabel(part, new() { Exact = true });
            if (await box.InputValueAsync() != $"{number}")
            {
                await hands.Fill(box, $"{number}");
            }
        }
    }

    public async Task FillLength(string question, int minutes)
    {
        await hands.Fill(Group(question).GetByLabel("Hours", new() { Exact = true }), $"{minutes / 60}");
        await hands.Fill(Group(question).GetByLabel("Minutes", new() { Exact = true }), $"{minutes % 60}");
    }

    /// <summary>Also a link that looks like a button and has the role of a button.</summary>
    public ILocator Link(string words) => Main.Locator("a[href]").And(
        Main.GetByRole(AriaRole.Link, new() { NameRegex = Named(Regex.Escape(words)) })
            .Or(Main.GetByRole(AriaRole.Button, new() { NameRegex = Named(Regex.Escape(words)) }))).First;

    public ILocator LinkTo(string part) => Main.Locator($"a[href*='{part}']").First;

    public ILocator Field(string label) => Main.GetByLabel(label, new() { Exact = true });

    public ILocator Group(string question) => Main.GetByRole(AriaRole.Group, new() { Name = question });

    /// <summary>The agreements that the page links to.</summary>
    public async Task<IReadOnlyList<string>> References() => await page.EvaluateAsync<string[]>(
        "() => [...new Set([...document.querySelectorAll('main a[href*=\"/DV-\"]')].map((link) => link.pathname.match(/DV-\\w{5}-\\w{5}/)[0]))]");

    public Task<string> Heading() => page.Locator("h1").InnerTextAsync();

    /// <summary>Fails if the page does not soon contain the words.</summary>
    public Task Sees(string words) => Assertions.Expect(Main).ToContainTextAsync(words);

    /// <summary>Of a case, in the bar that says whose it is.</summary>
    public Task SeesStatus(string words) => Assertions.Expect(page.Locator(".identity__flags")).ToContainTextAsync(words);

    public Task DoesNotSee(string words) => Assertions.Expect(Main).Not.ToContainTextAsync(words);

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Faults.AssertNone();
    }

    /// <summary>The visually hidden end of a name, ": whose", has a space of its own before it.</summary>
    private static Regex Named(string pattern) => new(pattern.Replace(":", @"\s*:", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Does something that leads to another page, and waits until that is loaded.</summary>
    private async Task Leave(Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage there) => arrived.TrySetResult();
        page.Load += Arrive;
        try
        {
            await act();
            await arrived.Task.WaitAsync(Patience);
        }
        finally
        {
            page.Load -= Arrive;
        }
    }
}
