using System.Net;
using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Storage.Compliance;
using Diversion.Web.Access;
using Diversion.Web.Demo;
using Diversion.Web.Settings;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Web.Tests.Hosting;

/// <summary>The web app as a host mounts it, with a store in memory, the shipped schemes and a clock that is moved by hand.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    public static readonly byte[] TokenKey = "a key for tests that is long enough, really"u8.ToArray();

    /// <summary>A Thursday at ten.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 5, 10, 0);

    private static readonly SchemeLoad.Loaded Schemes =
        (SchemeLoad.Loaded)SchemeFiles.Load(Path.Combine(AppContext.BaseDirectory, "schemes"));

    private readonly StreamCache cache = new(1000);
    private readonly StreamCache siblingsCache = new(0);
    private readonly WebApplication app;

    private TestApp(bool demo, bool hasSiblings)
    {
        var programme = new Programme("Test", "checkpoint", [], new Dictionary<string, StaffRef> { ["north"] = new("tm-1", "Tess Manager", "north"), ["east"] = new("tm-1", "Tess Manager", "north") }, new Uri("https://diversion.example"), "no-reply@diversion.example")
        {
            Staff = new StaffDirectory(KeyWorkers, [new StaffRef("rj-1", "Fay Facilitator")], ["Green Spaces", "Clear Start"]),
        };
        var signal = new InboxSignal();
        Store = new FaultyStore(new InMemoryTableStore());
        var rulebook = new Rulebook(Schemes.Catalogue, Schemes.Calendar, programme);
        Casework = new CaseworkService(Store, hasSiblings ? siblingsCache : cache, rulebook, signal);
        Sibling = new CaseworkService(Store, siblingsCache, rulebook, new InboxSignal());
        StaffOf = new StaffService(Store, hasSiblings ? siblingsCache : cache, rulebook, signal);
        Sweep = new DueSweep(Store, new StreamServices(Casework, StaffOf), Microsoft.Extensions.Logging.Abstractions.NullLogger<DueSweep>.Instance);

        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<ITableStore>(Store);
        builder.Services.AddSingleton(Casework);
        builder.Services.AddSingleton(StaffOf);
        builder.Services.AddSingleton<IClock>(Clock);
        builder.Services.AddSingleton(signal);
        builder.Services.AddDiversionWeb(new WebSettings(TokenKey, "another key for tests that is long enough"u8.ToArray()) 
        {
            StreamHeartbeat = TimeSpan.FromMilliseconds(200),
            HasSiblings = hasSiblings,
            InteractiveScheme = demo ? DemoSession.Scheme : null,
            SignInsPerMinute = SignInsPerMinute,
            SearchesPerMinute = SearchesPerMinute,
        });
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        if (demo)
        {
            builder.Services.AddDemoSession();
            builder.Services.AddSingleton<IDemo>(new TestDemo(this));
            builder.Services.PostConfigure<CookieAuthenticationOptions>(DemoSession.Scheme, options => options.TimeProvider = Machine);
        }

        app = builder.Build();
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = From;
            return next(http);
        });
        app.UseDiversionWeb();
    }

    public const int SignInsPerMinute = 12;

    public const int SearchesPerMinute = 6;

    /// <summary>The address that every request comes from.</summary>
    public IPAddress From { get; set; } = IPAddress.Loopback;

    /// <summary>The programme's list, to which people can be added or removed.</summary>
    public List<StaffRef> KeyWorkers { get; } = [new("kw-1", "Kit Worker", "north", "kit@example.test") { Phone = "0191 496 0000" }, new("kw-2", "Kim Other", "south"), new("kw-3", "Kay Colleague", "north")];

    public MachineTime Machine { get; } = new();

    public MovableClock Clock { get; } = new(Start);

    public FaultyStore Store { get; }

    public CaseworkService Casework { get; }

    /// <summary>The staff directory; a test that needs one begins it.</summary>
    public StaffService StaffOf { get; }

    /// <summary>Casework of another process on the same store, which sends no signal here.</summary>
    public CaseworkService Sibling { get; }

    public DueSweep Sweep { get; }

    public CollectingLog Log { get; } = new();

    public IServiceProvider Services => app.Services;

    /// <param name="demo">Its people are those of <see cref="Staff"/>; without it there is no sign-in for people.</param>
    public static async Task<TestApp> Begin(bool demo = true, bool hasSiblings = false)
    {
        var made = new TestApp(demo, hasSiblings);
        await made.app.StartAsync();
        return made;
    }

    public static string Token(Actor actor) => Tokens.Issue(actor, TokenKey, TimeProvider.System, TimeSpan.FromMinutes(5));

    /// <summary>Processes everything that falls due on the way.</summary>
    public async Task TravelTo(Instant instant)
    {
        while (await Sweep.Earliest() is { } next && next <= instant)
        {
            Clock.MoveTo(Instant.Max(next, Clock.GetCurrentInstant()));
            await Sweep.Run(Clock.GetCurrentInstant());
        }

        Clock.MoveTo(instant);
    }

    /// <param name="actor">Null for nobody.</param>
    public HttpClient As(Actor? actor)
    {
        var client = app.GetTestClient();
        if (actor is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", Token(actor));
        }

        return client;
    }

    /// <summary>The handler for a browser.</summary>
    public HttpMessageHandler Handler() => app.GetTestServer().CreateHandler();

    public Task Stop() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        cache.Dispose();
        siblingsCache.Dispose();
    }
}
