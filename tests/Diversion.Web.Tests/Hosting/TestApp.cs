using System.Collections.Concurrent;
using System.Net;
using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.BoardPacks;
using Diversion.Casework.Boundaries;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.HarmTables;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.Programmes;
using Diversion.Casework.ProjectEntries;
using Diversion.Casework.Schemes;
using Diversion.Casework.Scrutiny;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Casework.Trials;
using Diversion.Casework.UnitCosts;
using Diversion.Domain.Agreements;
using Diversion.Storage.Compliance;
using Diversion.Web.Access;
using Diversion.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Web.Tests.Hosting;

/// <summary>The web app for one test, with a store in memory, the shipped schemes and a clock that is moved by hand.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    public static readonly byte[] TokenKey = "a key for tests that is long enough, really"u8.ToArray();

    /// <summary>A Thursday at ten.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 5, 10, 0);

    private static readonly SchemeLoad.Loaded Schemes =
        (SchemeLoad.Loaded)SchemeFiles.Load(Path.Combine(AppContext.BaseDirectory, "schemes"));

    private readonly StreamCache cache;
    private readonly StreamCache siblingsCache = new(0);
    private readonly ConcurrentDictionary<ServiceDescriptor, Lazy<object>> kept = new();
    private TestHost? host;
    private IServiceScope? scope;
    private OpenIdSettings? provider;

    private TestApp(bool hasSiblings)
    {
        var programme = new Programme("Test", "checkpoint", Leads, new Dictionary<string, StaffRef> { ["north"] = new("tm-1", "Tess Manager", "north"), ["east"] = new("tm-1", "Tess Manager", "north") }, new Uri("https://diversion.example"), "no-reply@diversion.example")
        {
            PanelMembers = [.. Staff.Panel.Select(member => member.AsStaff())],
            Staff = new StaffDirectory(KeyWorkers, [new StaffRef("rj-1", "Fay Facilitator")], ["Green Spaces", "Clear Start"]) { Officers = Officers, Partners = Partners, Supervisors = Supervisors },
        };
        cache = new StreamCache(hasSiblings ? 0 : 1000);
        var rulebook = new Rulebook(Schemes.Catalogue, Schemes.Calendar, programme);
        Trials = new TrialService(Store, cache, rulebook, Signal, new TrialKeys(WrappingKey.From([1]), RandomSeeds.Instance), new OpenTrials(Store, rulebook), () => Casework!);
        Listed = new ServiceDirectory(Store);
        Directory = new ServiceService(Store, cache, rulebook, Listed, Signal, () => Casework!);
        Casework = new CaseworkService(Store, cache, rulebook, Signal, trials: Trials, slots: Directory);
        Sibling = new CaseworkService(Store, siblingsCache, rulebook, new InboxSignal());
        StaffOf = new StaffService(Store, cache, rulebook, Signal);
        OffenceTable = new OffenceTableService(Store, cache, rulebook, Signal);
        CustodyMatches = new CustodyMatchService(Store, cache, Casework, Signal);
        BoardPacks = new BoardPackService(Store, cache, Casework, Signal);
        Harm = new HarmTableService(Store, cache, Signal);
        Scrutiny = new ScrutinyService(Store, cache, Casework, Signal, new PanelSeeds(WrappingKey.From([1]), RandomSeeds.Instance));
        Boundaries = new BoundaryService(Store, cache, Signal);
        UnitCosts = new UnitCostService(Store, cache, Signal);
        Projects = new ProjectService(Store, cache, rulebook, Signal);
        Sweep = new DueSweep(Store, new StreamServices(Casework, StaffOf, OffenceTable, CustodyMatches, Trials, Harm, BoardPacks, Scrutiny, Boundaries, UnitCosts, Directory, Projects), Microsoft.Extensions.Logging.Abstractions.NullLogger<DueSweep>.Instance);
        Demo = new TestDemo(this);
    }

    public const string NotifyToken = "what Notify shows in tests";

    public const int SignInsPerMinute = 12;

    public const int SearchesPerMinute = 6;

    /// <summary>The address that every request comes from.</summary>
    public IPAddress From { get; set; } = IPAddress.Loopback;

    /// <summary>The leads with whom a staff directory begins.</summary>
    public List<StaffRef> Leads { get; } = [];

    /// <summary>The programme's list, to which people can be added or removed.</summary>
    public List<StaffRef> KeyWorkers { get; } = [new("kw-1", "Kit Worker", "north", "kit@example.test") { Phone = "0191 496 0000" }, new("kw-2", "Kim Other", "south"), new("kw-3", "Kay Colleague", "north")];

    /// <summary>Without any, every officer is taken.</summary>
    private static readonly PartnerPerson[] Partners = [.. ((Actor[])[Staff.Provider, Staff.Nurse]).Select(one => new PartnerPerson(new StaffRef(one.Id, one.Name), one.Organisation!))];

    private static readonly PartnerPerson[] Supervisors = [.. ((Actor[])[Staff.Supervisor, Staff.OtherSupervisor]).Select(one => new PartnerPerson(new StaffRef(one.Id, one.Name), one.Organisation!))];

    public List<StaffRef> Officers { get; } = [];

    public MachineTime Machine => Host.Machine;

    public MovableClock Clock { get; } = new(Start);

    public FaultyStore Store { get; } = new(new InMemoryTableStore());

    public InboxSignal Signal { get; } = new();

    public InMemoryDocumentStore Papers { get; } = new();

    public TestScanner Scanner { get; } = new();

    public TestDemo Demo { get; }

    public CaseworkService Casework { get; }

    /// <summary>The staff directory; a test that needs one begins it.</summary>
    public StaffService StaffOf { get; }

    public OffenceTableService OffenceTable { get; }

    public CustodyMatchService CustodyMatches { get; }

    public TrialService Trials { get; }

    public BoardPackService BoardPacks { get; }

    public ScrutinyService Scrutiny { get; }

    public BoundaryService Boundaries { get; }

    public UnitCostService UnitCosts { get; }

    public ProjectService Projects { get; }

    public ServiceService Directory { get; }

    /// <summary>The services in memory.</summary>
    public ServiceDirectory Listed { get; }

    public HarmTableService Harm { get; }

    /// <summary>Casework of another process on the same store, which sends no signal here.</summary>
    public CaseworkService Sibling { get; }

    public DueSweep Sweep { get; }

    public CollectingLog Log { get; } = new();

    public IServiceProvider Services => scope?.ServiceProvider ?? throw new ObjectDisposedException(nameof(TestApp));

    private TestHost Host => host ?? throw new ObjectDisposedException(nameof(TestApp));

    /// <param name="demo">Its people are those of <see cref="Staff"/>; without it there is no sign-in for people.</param>
    /// <param name="openId">The provider at which people sign in; browsers reach it under the host name of its address.</param>
    /// <param name="ownHost">For tests that change the host itself, or count sign-ins or searches.</param>
    public static async Task<TestApp> Begin(bool demo = true, bool hasSiblings = false, bool ownHost = false, OpenIdSettings? openId = null)
    {
        var made = new TestApp(hasSiblings) { provider = openId };
        made.host = await TestHost.For(made, demo && openId is null, hasSiblings, ownHost, openId);
        made.scope = made.host.Services.CreateScope();
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
        var client = Host.Server.CreateClient();
        if (actor is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", Token(actor));
        }

        return client;
    }

    /// <summary>The handler for a browser.</summary>
    public HttpMessageHandler Handler() =>
        provider is { Backchannel: { } there } ? new Elsewhere(provider.Authority.Host, there, Host.Server.CreateHandler()) : Host.Server.CreateHandler();

    public Task Stop() => Host.Stop();

    /// <summary>One of our services, kept until the test ends; those that the request disposes of, until then.</summary>
    public object Of(ServiceDescriptor service, IServiceProvider request) => typeof(IDisposable).IsAssignableFrom(service.ServiceType)
        ? Make(service, request)
        : kept.GetOrAdd(service, made => new Lazy<object>(() => Make(made, scope?.ServiceProvider ?? request))).Value;

    public async ValueTask DisposeAsync()
    {
        scope?.Dispose();
        await Host.DisposeAsync();
        cache.Dispose();
        siblingsCache.Dispose();
    }

    private static object Make(ServiceDescriptor service, IServiceProvider request) =>
        service.ImplementationFactory?.Invoke(request) ?? ActivatorUtilities.CreateInstance(request, service.ImplementationType!);
}
