using System.Net.Sockets;
using Diversion.Casework;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Drafts;
using Diversion.Casework.Keeping;
using Diversion.Casework.Moving;
using Diversion.Casework.Operations;
using Diversion.Casework.Storage;
using Diversion.Casework.Timekeeping;
using Diversion.Delivery;
using Diversion.Delivery.Mail;
using Diversion.Delivery.Texts;
using Diversion.Local.Delivery;
using Diversion.Local.Faults;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Diversion.Simulation.Demo;
using Diversion.Telemetry;
using Diversion.Web;
using Diversion.Web.Demo;
using Diversion.Web.Requests;
using Diversion.Web.Settings;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>The one process: web app, clock and delivery on one data folder.</summary>
internal static class Server
{
    /// <param name="scanner">Where ClamAV listens; null for none.</param>
    public static WebApplication Build(ProgrammeFolder folder, IReadOnlyList<Uri> urls, bool verbose, Uri? scanner = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. urls.Select(url => url.OriginalString)]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = HeaderText.EncodingOf;
        });
        builder.Host.UseDefaultServiceProvider(services =>
        {
            services.ValidateOnBuild = true;
            services.ValidateScopes = true;
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Logging.SetMinimumLevel(verbose ? LogLevel.Debug : LogLevel.Warning);
        builder.Logging.AddFilter("Diversion", verbose ? LogLevel.Debug : LogLevel.Information);

        if (!verbose)
        {
            builder.Logging.AddFilter("Diversion.Web", LogLevel.Warning);
        }

        // The keys of sessions are in the owner's own folder, like the other keys: nothing else encrypts them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // A failed bind is reported once, in our words.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        var notify = ReadNotify(folder, builder.Configuration);
        Add(builder.Services, folder, builder.Configuration, notify);
        AddTelemetry(builder.Services, builder.Configuration);
        if (scanner is not null)
        {
            builder.Services.AddSingleton<IDocumentScanner>(new ClamScanner(scanner));
        }

        var isDemo = folder.Kind == DataKind.Demo;
        var openId = isDemo ? null : SignInFile.Read(folder.Path, folder.Rulebook.Programme.PublicUrl);
        if (openId is not null)
        {
            builder.Services.AddOpenIdSession(openId);
        }

        builder.Services.AddDiversionWeb(new WebSettings(Keys.OfTokens(folder.Path), Keys.OfPseudonyms(folder.Path))
        {
            InteractiveScheme = isDemo ? DemoSession.Scheme : openId is null ? null : OpenIdSession.Scheme,
            NotifyToken = notify?.CallbackToken,
            SignInOrigins = openId is null ? [] : [openId.Authority.GetLeftPart(UriPartial.Authority)],
        });
        builder.Services.AddDataProtection().PersistKeysToFileSystem(Keys.FolderOfSessions(folder.Path));

        // Says to systemd or Windows when it serves, and stops when they say so. Does nothing under anybody else.
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService(service => service.ServiceName = "Diversion");
        var proxy = ReverseProxy.Read(builder.Configuration);
        proxy?.Configure(builder.Services, folder.Rulebook.Programme.PublicUrl);

        var app = builder.Build();
        if (proxy is not null)
        {
            ReverseProxy.Use(app, folder.Rulebook.Programme.PublicUrl);
        }

        app.UseDiversionWeb(isDemo ? DemoClockEndpoints.MapDemoClock : null);
        return app;
    }

    /// <exception cref="CannotGoOnException">The address is in use or not this machine's.</exception>
    public static async Task Start(WebApplication app, IReadOnlyList<Uri> urls, CancellationToken cancellation)
    {
        var at = string.Join(" and ", urls.Select(url => url.OriginalString));
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new CannotGoOnException(
                ExitCodes.AddressUnavailable,
                $"Another program already uses {at}. Stop it, or serve at another address: --urls http://127.0.0.1:5081",
                taken);
        }
        catch (Exception unusable) when (unusable is SocketException or IOException { InnerException: SocketException })
        {
            throw new CannotGoOnException(
                ExitCodes.AddressUnavailable, $"This machine cannot serve at {at}: {unusable.Message} Give another address with --urls.", unusable);
        }
    }

    private static void Add(IServiceCollection services, ProgrammeFolder folder, IConfiguration configuration, NotifySettings? notify)
    {
        services.AddSingleton(folder);
        var store = new MeasuredStore(folder.Store);
        services.AddSingleton<ITableStore>(store);
        services.AddSingleton<IDataDisk>(new DataDisk(folder.Path));
        services.AddSingleton(folder.Clock);
        services.AddSingleton<IDocumentStore>(new FolderDocumentStore(folder.Path));
        services.AddSingleton<IDataKeys>(new AdoptedKeys(new WrappingKey(Keys.OfPapers(folder.Path)), store));
        services.AddSingleton<IDestructionLog>(FileDestructionLog.Of(folder.Path));
        services.AddSingleton<IErasedSpace>(folder.Store);
        foreach (var copies in FolderCopies.Of(folder.Path))
        {
            services.AddSingleton(copies);
        }

        services.AddSingleton<Turns>();
        services.AddSingleton<Alarms>();
        AddMailer(services, folder, configuration);
        services.AddSingleton<ITexter>(notify is null ? new TextFolder(folder.Path, folder.Clock) : new NotifyTexter(notify));
        services.AddSingleton<IPublisher>(_ => new MessageLog(folder.Path, folder.Rulebook.Programme));
        services.AddSingleton(provider => new Installation(
            store,
            folder.Rulebook,
            provider.GetRequiredService<IMailer>(),
            provider.GetRequiredService<IPublisher>(),
            new ChangeListeners(provider.GetRequiredService<Alarms>(), provider.GetRequiredService<InboxSignal>()),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<IDataKeys>(),
            texter: provider.GetRequiredService<ITexter>()));
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().Casework);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().Trials);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().Staff);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().OffenceTable);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().CustodyMatches);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().Harm);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().BoardPacks);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().Scrutiny);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().Boundaries);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().UnitCosts);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().Projects);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().Services);
        services.AddSingleton(provider => provider.GetRequiredService<Installation>().Directory);
        services.AddHostedService<ClockLoop>();
        services.AddHostedService<DeliveryLoop>();
        services.AddHostedService<FeedFolderLoop>();
        services.AddHostedService<DraftLoop>();
        services.AddHostedService<PaperLoop>();
        services.AddHostedService<ErasureLoop>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        if (folder.Kind == DataKind.Demo)
        {
            services.AddDemoSession();
            services.AddSingleton<IDemo, DemoForPages>();
            services.AddSingleton<IDemoJourney>(provider => new DemoJourney(
                folder,
                provider.GetRequiredService<Installation>(),
                provider.GetRequiredService<Turns>(),
                provider.GetRequiredService<Alarms>(),
                SystemClock.Instance));
            services.AddSingleton(provider => new DemoClock(
                folder.DemoTime!, folder.Rulebook, provider.GetRequiredService<Installation>().Sweep, provider.GetRequiredService<IDemoJourney>(), folder.Path));
        }
    }

    private static void AddTelemetry(IServiceCollection services, IConfiguration configuration)
    {
        try
        {
            var telemetry = TelemetrySettings.Read(configuration);
            if (telemetry.Otlp)
            {
                services.AddTelemetry(telemetry);
                services.AddHostedService<MeasuringLoop>();
            }
        }
        catch (TelemetrySettingsException fault)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, fault.Message, fault);
        }
    }

    /// <summary>Null while texts stay in a folder; a demo's people don't exist, and its texts never leave.</summary>
    private static NotifySettings? ReadNotify(ProgrammeFolder folder, IConfiguration configuration)
    {
        try
        {
            return folder.Kind != DataKind.Demo && NotifySettings.AreThere(configuration) ? NotifySettings.Read(configuration) : null;
        }
        catch (DeliverySettingsException fault)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, fault.Message, fault);
        }
    }

    /// <summary>By SMTP when there is a server; a demo's people don't exist, and its mail never leaves the folder.</summary>
    private static void AddMailer(IServiceCollection services, ProgrammeFolder folder, IConfiguration configuration)
    {
        if (folder.Kind == DataKind.Demo || !SmtpSettings.AreThere(configuration))
        {
            services.AddSingleton<IMailer>(new MailFolder(folder.Path, folder.Rulebook.Programme, folder.Clock));
            return;
        }

        try
        {
            var settings = SmtpSettings.Read(configuration);
            services.AddSingleton<IMailer>(_ => new SmtpMailer(settings, folder.Rulebook.Programme, folder.Clock));
        }
        catch (DeliverySettingsException fault)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, fault.Message, fault);
        }
    }
}
