using Azure.Core;
using Azure.Messaging.ServiceBus;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents;
using Diversion.Casework.Keeping;
using Diversion.Casework.Moving;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Delivery;
using Diversion.Delivery.Mail;
using Diversion.Delivery.Texts;
using Diversion.Functions.Azure.Delivery;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.SignIn;
using Diversion.Web.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Functions.Hosting;

/// <summary>Store, mailer, texter and publisher, as configured in the app settings.</summary>
internal static class AdapterServices
{
    /// <exception cref="FaultySettingsException">With every fault in their settings.</exception>
    public static void AddAdapters(this IServiceCollection services, IConfiguration configuration, Platform platform, Func<TokenCredential> identity)
    {
        var faults = new List<string>();
        services.AddStore(Read(() => TablesSettings.Read(configuration), faults), identity);
        services.AddPapers(Read(() => DocumentsSettings.Read(configuration), faults), identity);
        if (SmtpSettings.AreThere(configuration))
        {
            services.AddSmtp(ReadSmtp(configuration, faults));
        }
        else if (platform.IsAzure || configuration["SendGrid:ApiKey"] is { Length: > 0 })
        {
            services.AddMailer(Read(() => SendGridSettings.Read(configuration), faults));
        }
        else
        {
            services.AddSingleton<IMailer, NothingLeaves>();
        }

        if (NotifySettings.AreThere(configuration))
        {
            services.AddTexter(ReadNotify(configuration, faults));
        }
        else if (platform.IsAzure)
        {
            services.AddSingleton<ITexter>(NoTexter.Instance);
        }
        else
        {
            services.AddSingleton<ITexter, NothingLeaves>();
        }

        if (platform.IsAzure || configuration["ServiceBus"] is { Length: > 0 } || configuration["ServiceBus:fullyQualifiedNamespace"] is { Length: > 0 })
        {
            services.AddPublisher(Read(() => ServiceBusSettings.Read(configuration), faults), identity);
        }
        else
        {
            services.AddSingleton<IPublisher, NothingLeaves>();
        }

        if (faults.Count > 0)
        {
            throw new FaultySettingsException(faults);
        }
    }

    private static void AddStore(this IServiceCollection services, TablesSettings? settings, Func<TokenCredential> identity)
    {
        services.AddSingleton(_ => settings!.Connect(identity));
        services.AddSingleton<AzureTableStore>();
        services.AddSingleton<ITableStore>(provider => new MeasuredStore(
            new StandstillStore(provider.GetRequiredService<AzureTableStore>(), provider.GetRequiredService<TimeProvider>())));
        services.AddSingleton<IUnfinishedCommits>(provider => provider.GetRequiredService<AzureTableStore>());
    }

    private static void AddPapers(this IServiceCollection services, DocumentsSettings? settings, Func<TokenCredential> identity)
    {
        services.AddSingleton(_ => new BlobDocumentStore(settings!.Connect(identity)));
        services.AddSingleton<IDocumentStore>(provider => provider.GetRequiredService<BlobDocumentStore>());
        services.AddSingleton<IDestructionLog>(_ => new BlobDestructionLog(settings!.Connect(identity)));
        if (settings?.Scanner is { } scanner)
        {
            services.AddSingleton<IDocumentScanner>(new ClamScanner(scanner));
        }
    }

    private static SmtpSettings? ReadSmtp(IConfiguration configuration, List<string> faults)
    {
        if (configuration["SendGrid:ApiKey"] is { Length: > 0 })
        {
            faults.Add("Mail goes either by SMTP or by SendGrid. Remove Smtp__Host or SendGrid__ApiKey.");
        }

        try
        {
            return SmtpSettings.Read(configuration);
        }
        catch (DeliverySettingsException fault)
        {
            faults.Add(fault.Message);
            return null;
        }
    }

    private static NotifySettings? ReadNotify(IConfiguration configuration, List<string> faults)
    {
        try
        {
            return NotifySettings.Read(configuration);
        }
        catch (DeliverySettingsException fault)
        {
            faults.Add(fault.Message);
            return null;
        }
    }

    private static void AddTexter(this IServiceCollection services, NotifySettings? settings) => services.AddSingleton<ITexter>(_ => new NotifyTexter(settings!));

    private static void AddSmtp(this IServiceCollection services, SmtpSettings? settings) => services.AddSingleton<IMailer>(provider =>
        new SmtpMailer(settings!, provider.GetRequiredService<Rulebook>().Programme, provider.GetRequiredService<IClock>()));

    private static void AddMailer(this IServiceCollection services, SendGridSettings? settings)
    {
        var http = new HttpClient(SendGridSettings.Network()) { Timeout = TimeSpan.FromSeconds(30) };
        services.AddSingleton<IMailer>(provider => new SendGridMailer(
            settings!.Connect(http), settings, provider.GetRequiredService<Rulebook>().Programme, provider.GetRequiredService<IClock>()));
    }

    private static void AddPublisher(this IServiceCollection services, ServiceBusSettings? settings, Func<TokenCredential> identity)
    {
        services.AddSingleton(_ => settings!.Connect(identity));
        services.AddSingleton<IPublisher>(provider => new ServiceBusPublisher(
            provider.GetRequiredService<ServiceBusClient>().CreateSender(settings!.Topic),
            provider.GetRequiredService<Rulebook>().Programme));
    }

    private static T? Read<T>(Func<T> read, List<string> faults) where T : class
    {
        try
        {
            return read();
        }
        catch (SettingsException fault)
        {
            faults.Add(fault.Message);
            return null;
        }
    }
}
