using System.Collections.Concurrent;
using Diversion.Journeys.Tests.Browsing;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Hosting;

/// <summary>A server and a browser for the tests of one class.</summary>
public sealed class Portal : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> sessions = new(StringComparer.Ordinal);
    private IPlaywright? playwright;
    private IBrowser? browser;
    private DemoServer? server;

    internal DemoServer Server => server ?? throw new InvalidOperationException(Chromium.Missing);

    internal IBrowser Browser => browser ?? throw new InvalidOperationException(Chromium.Missing);

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(Chromium.Options);
        server = await DemoServer.Start();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>After the machine's time was moved nobody is signed in any more.</summary>
    internal void ForgetSessions() => sessions.Clear();

    /// <summary>A browser for one person, signed in, on their home page.</summary>
    /// <param name="person">One of the demo's people, such as <c>demo-kw-1</c>; null for nobody.</param>
    /// <param name="byKeyboard">They use no mouse.</param>
    internal async Task<Visitor> Visit(string? person, BrowserNewContextOptions? options = null, bool byKeyboard = false)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Server.Address.OriginalString;
        options.ViewportSize ??= Widths.Desktop;
        if (person is not null && sessions.TryGetValue(person, out var session))
        {
            options.StorageState = session;
        }

        var context = await Browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        var visitor = new Visitor(Server, person ?? "nobody", context, page, new CountingHands(page, byKeyboard ? new KeyboardHands(page) : new MouseHands()));
        if (person is not null && options.StorageState is null)
        {
            await visitor.SignIn(person);
            sessions[person] = await context.StorageStateAsync();
        }
        else if (person is not null)
        {
            await visitor.Go("/");
        }

        return visitor;
    }
}
