using Diversion.Azurite.Demo;
using Diversion.Azurite.Engine;
using Diversion.Casework;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Hosting;
using Diversion.Functions.WakeUps;
using Diversion.Local.Programmes;
using Diversion.Simulation.Demo;
using Diversion.Simulation.VirtualTime;
using Diversion.Web;
using Diversion.Web.Demo;
using Diversion.Web.Requests;
using Diversion.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Azurite.Hosting;

/// <summary>The Functions app's own services with another host around them, over demo data.</summary>
internal static class AzuriteApp
{
    /// <param name="folder">Where the keys lie.</param>
    public static WebApplication Build(string connection, DurableEngine engine, Rulebook rulebook, TimeMachine clock, string folder, Uri url, bool verbose)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new("Tables:ConnectionString", connection), new("Documents:ConnectionString", connection)]);
        builder.WebHost.UseUrls(url.OriginalString);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = HeaderText.EncodingOf;
        });
        builder.Logging.ClearProviders();
        Logging(builder.Logging, verbose);
        builder.Host.UseDefaultServiceProvider(services => (services.ValidateOnBuild, services.ValidateScopes) = (true, true));
        Add(builder.Services, builder.Configuration, engine, rulebook, clock, folder);
        var app = builder.Build();
        app.UseDiversionWeb(DemoClockEndpoints.MapDemoClock);
        return app;
    }

    /// <summary>What encrypts the secrets of the demo's trial before the app is built.</summary>
    public static IDataKeys KeysOf(string folder) => WrappingKey.From(Keys.OfPapers(folder));

    public static void Logging(ILoggingBuilder logging, bool verbose)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning);

        // Keys of sessions lie unencrypted in the emulator, as everything of a demo does.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static void Add(IServiceCollection services, IConfiguration configuration, DurableEngine engine, Rulebook rulebook, TimeMachine clock, string folder)
    {
        services.AddAdapters(configuration, new Platform(IsAzure: false, SignsPeopleIn: false), () => throw new InvalidOperationException("The emulator needs no identity."));
        services.AddCasework(rulebook);
        services.AddSingleton<IClock>(clock);
        services.AddSingleton<IHubTime>(new ShiftedTime(clock, SystemClock.Instance));
        services.AddKeys(keyOfKeys: null, Keys.OfPapers(folder), () => throw new InvalidOperationException("Nothing is sealed."));
        services.AddDiversionWeb(new WebSettings(Keys.OfTokens(folder), Keys.OfPseudonyms(folder))
        {
            InteractiveScheme = DemoSession.Scheme,
            HasSiblings = true,
        });
        services.AddEngine(engine);
        services.AddHostedService<TimerFunctions>();
        services.AddDemoSession();
        services.AddSingleton<IDemo, DemoForPages>();
        services.AddSingleton(provider => new DueSweep(
            provider.GetRequiredService<ITableStore>(), provider.GetRequiredService<StreamServices>(), provider.GetRequiredService<ILogger<DueSweep>>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DurableJourney>(provider, clock, SystemClock.Instance));
        services.AddSingleton<IDemoJourney>(provider => provider.GetRequiredService<DurableJourney>());
        services.AddSingleton(provider => new DemoClock(clock, rulebook, provider.GetRequiredService<DueSweep>(), provider.GetRequiredService<IDemoJourney>(), folder));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }
}
