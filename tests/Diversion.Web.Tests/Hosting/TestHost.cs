using System.Collections.Concurrent;
using Diversion.Casework;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Agreements;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Web.Access;
using Diversion.Web.Demo;
using Diversion.Web.Settings;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Web.Tests.Hosting;

/// <summary>
/// The web app as a host mounts it. Starting it and opening each page for the first time takes most of a test's time, so
/// one host serves many tests, one after another. Whatever of ours would live as long as the host lives as long as the
/// test here.
/// </summary>
internal sealed class TestHost : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Kind, ConcurrentBag<TestHost>> Idle = new();

    private readonly Kind kind;
    private readonly WebApplication app;
    private TestApp current;

    private TestHost(Kind kind, TestApp first)
    {
        this.kind = kind;
        current = first;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new CurrentLog(this));
        Register(builder.Services);
        app = builder.Build();
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = current.From;
            return next(http);
        });
        app.UseDiversionWeb();
    }

    public TestServer Server => app.GetTestServer();

    public IServiceProvider Services => app.Services;

    public MachineTime Machine { get; } = new();

    /// <param name="limited">Sign-ins and searches are counted; such a host serves one test, because the counts stay with it.</param>
    /// <param name="openId">People sign in at this provider; such a host serves one test.</param>
    public static async Task<TestHost> For(TestApp test, bool demo, bool hasSiblings, bool limited, OpenIdSettings? openId)
    {
        var wanted = new Kind(demo, hasSiblings, limited || openId is not null, openId);
        if (!wanted.Limited && Idle.GetOrAdd(wanted, _ => []).TryTake(out var idle))
        {
            idle.Machine.Ahead = TimeSpan.Zero;
            idle.current = test;
            return idle;
        }

        var made = new TestHost(wanted, test);
        await made.app.StartAsync();
        return made;
    }

    public Task Stop() => app.StopAsync();

    /// <summary>The test is over. A host that was stopped is no use to another.</summary>
    public async ValueTask DisposeAsync()
    {
        if (kind.Limited || app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await app.DisposeAsync();
        }
        else
        {
            Idle[kind].Add(this);
        }
    }

    private void Register(IServiceCollection services)
    {
        services.AddSingleton<ITableStore>(new CurrentStore(this));
        services.AddSingleton<IClock>(new CurrentClock(this));
        services.AddScoped(_ => current.Casework);
        services.AddScoped(_ => current.StaffOf);
        services.AddScoped(_ => current.OffenceTable);
        services.AddScoped(_ => current.Harm);
        services.AddScoped(_ => current.CustodyMatches);
        services.AddScoped(_ => current.Trials);
        services.AddScoped(_ => current.BoardPacks);
        services.AddScoped(_ => current.Scrutiny);
        services.AddScoped(_ => current.Boundaries);
        services.AddScoped(_ => current.UnitCosts);
        services.AddScoped(_ => current.Projects);
        services.AddScoped(_ => current.Directory);
        services.AddScoped(_ => current.Listed);
        services.AddScoped(_ => current.Signal);
        services.AddScoped<IDocumentStore>(_ => current.Papers);
        services.AddScoped<IDocumentScanner>(_ => current.Scanner);
        services.AddSingleton<IDataKeys>(new WrappingKey(new byte[WrappingKey.Bytes]));
        services.AddDiversionWeb(new WebSettings(TestApp.TokenKey, "another key for tests that is long enough"u8.ToArray())
        {
            NotifyToken = TestApp.NotifyToken,
            StreamHeartbeat = TimeSpan.FromMilliseconds(200),
            HasSiblings = kind.HasSiblings,
            InteractiveScheme = kind.Demo ? DemoSession.Scheme : kind.OpenId is not null ? OpenIdSession.Scheme : null,
            SignInOrigins = kind.OpenId is { } provider ? [provider.Authority.GetLeftPart(UriPartial.Authority)] : [],
            SignInsPerMinute = kind.Limited ? TestApp.SignInsPerMinute : int.MaxValue,
            SearchesPerMinute = kind.Limited ? TestApp.SearchesPerMinute : int.MaxValue,
        });
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        if (kind.OpenId is { } openId)
        {
            services.AddOpenIdSession(openId);
            services.PostConfigure<CookieAuthenticationOptions>(OpenIdSession.Scheme, options => options.TimeProvider = Machine);
            services.PostConfigure<OpenIdConnectOptions>(OpenIdSession.Provider, options => options.TimeProvider = Machine);
        }

        if (kind.Demo)
        {
            services.AddDemoSession();
            services.AddScoped<IDemo>(_ => current.Demo);
            services.PostConfigure<CookieAuthenticationOptions>(DemoSession.Scheme, options => options.TimeProvider = Machine);
        }

        foreach (var ours in services.Where(IsOurSingleton).ToList())
        {
            services.Replace(new ServiceDescriptor(ours.ServiceType, request => current.Of(ours, request), ServiceLifetime.Scoped));
        }
    }

    private static bool IsOurSingleton(ServiceDescriptor service) =>
        service is { Lifetime: ServiceLifetime.Singleton, IsKeyedService: false, ImplementationInstance: null }
        && (service.ServiceType == typeof(IClaimsTransformation) || service.ServiceType.Namespace?.StartsWith(nameof(Diversion), StringComparison.Ordinal) == true);

    private sealed record Kind(bool Demo, bool HasSiblings, bool Limited, OpenIdSettings? OpenId);

    private sealed class CurrentClock(TestHost host) : IClock
    {
        public Instant GetCurrentInstant() => host.current.Clock.GetCurrentInstant();
    }

    private sealed class CurrentLog(TestHost host) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            host.current.Log.Add(logLevel, eventId, formatter(state, exception), exception);

        public void Dispose()
        {
        }
    }

    private sealed class CurrentStore(TestHost host) : ITableStore
    {
        private FaultyStore Store => host.current.Store;

        public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) =>
            Store.Get(table, partition, row, cancellation);

        public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => Store.Query(query, cancellation);

        public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => Store.Scan(table, cancellation);

        public ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default) =>
            Store.Commit(first, following, cancellation);
    }
}
