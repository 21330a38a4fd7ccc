using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.Delivery;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Functions.Activities;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Hosting;
using Diversion.Functions.Triggers;
using Diversion.Storage.Compliance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Diversion.Functions.Tests.Hosting;

public sealed class CompositionTests
{
    private static readonly Type[] All =
    [
        .. typeof(WebApp).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), inherit: false))),
    ];

    public static TheoryData<Type> Functions => [.. All];

    [Fact]
    public void The_functions_are_those_that_the_app_is_made_of() =>
        Assert.Superset(
            new HashSet<Type> { typeof(WebApp), typeof(FeedQueues), typeof(OverdueSweep), typeof(EndedWorkflows), typeof(OldDrafts), typeof(AgreementActivities), typeof(TrackActivities) },
            All.ToHashSet());

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_can_be_made_from_the_sample_settings(Type function)
    {
        Assert.True(function.IsPublic, "The worker finds public classes only.");
        using var host = Host(SampleSettings.Read());
        using var scope = host.Services.CreateScope();
        Assert.NotNull(ActivatorUtilities.CreateInstance(scope.ServiceProvider, function));
    }

    [Fact]
    public void On_a_developers_machine_nothing_is_sent_and_keys_are_in_the_table_store()
    {
        using var host = Host(SampleSettings.Read());
        Assert.IsType<MeasuredStore>(host.Services.GetRequiredService<ITableStore>());
        Assert.IsType<AzureTableStore>(host.Services.GetRequiredService<IUnfinishedCommits>());
        Assert.IsType<NothingLeaves>(host.Services.GetRequiredService<IMailer>());
        Assert.IsType<NothingLeaves>(host.Services.GetRequiredService<IPublisher>());
        Assert.IsType<TableKeyRepository>(host.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository);
        Assert.IsType<TableKeyRepository>(host.Services.GetRequiredService<IXmlRepository>());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("SG.key", "Mail goes either by SMTP or by SendGrid")]
    public void With_a_mail_server_mail_goes_by_SMTP_and_by_nothing_else(string key, string told)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddConfiguration(SampleSettings.Read()).AddInMemoryCollection([new("Smtp:Host", "smtp.example.org"), new("SendGrid:ApiKey", key)]).Build();
        void Add() => services.AddAdapters(configuration, AppSettings.Read(configuration, AppContext.BaseDirectory).Platform, () => throw new InvalidOperationException("No identity is needed here."));

        if (told.Length > 0)
        {
            Assert.Contains(told, Assert.Single(Assert.Throws<FaultySettingsException>(Add).Faults), StringComparison.Ordinal);
            return;
        }

        Add();
        services.AddSingleton(AppSettings.Read(configuration, AppContext.BaseDirectory).Rulebook);
        services.AddSingleton<NodaTime.IClock>(NodaTime.SystemClock.Instance);
        using var provider = services.BuildServiceProvider();
        Assert.IsType<Diversion.Delivery.Mail.SmtpMailer>(provider.GetRequiredService<IMailer>());
    }

    [Fact]
    public void In_Azure_missing_settings_of_the_adapters_are_reported_at_once()
    {
        var faults = Assert.Throws<FaultySettingsException>(() => Host(new ConfigurationBuilder().AddInMemoryCollection(SettingsFor.Azure).Build())).Faults;
        Assert.Equal(4, faults.Count);
        Assert.Contains(faults, fault => fault.Contains("Documents__ServiceUri", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("Tables__ServiceUri", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("SendGrid__ApiKey", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("ServiceBus__fullyQualifiedNamespace", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_worker_did_a_moment_ago_is_seen()
    {
        var store = new InMemoryTableStore();
        await using var one = await WorkerApp.Begin(SettingsFor.Azure.Read(), store);
        await using var other = await WorkerApp.Begin(SettingsFor.Azure.Read(), store);
        var id = await Referrals.Make(one, "CU-1");
        Assert.NotNull(await Find(other, id));

        var seen = (await Find(one, id))!.Version;
        Assert.IsType<Outcome.Accepted>(await Referrals.CheckSafeguarding(other, id));
        Assert.True((await Find(one, id))!.Version > seen);
        Assert.IsType<Outcome.Unchanged>(await Referrals.CheckSafeguarding(one, id));
    }

    private static ValueTask<AgreementState?> Find(WorkerApp app, AgreementId id) => app.Services.GetRequiredService<CaseworkService>().Find(id);

    private static IHost Host(IConfiguration configuration)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder();
        builder.UseDefaultServiceProvider(services => (services.ValidateOnBuild, services.ValidateScopes) = (true, true));
        builder.ConfigureServices(services =>
        {
            var settings = AppSettings.Read(configuration, AppContext.BaseDirectory);
            services.AddAdapters(configuration, settings.Platform, () => throw new InvalidOperationException("No identity is needed here."));
            services.AddCasework(settings.Rulebook);
            services.AddWeb(settings);
            services.AddKeys(settings.KeyOfKeys, settings.PseudonymKey, () => throw new InvalidOperationException("No identity is needed here."));
            services.AddHostedService<Start>();
        });
        builder.ConfigureWebHost(web => web.Configure(_ => { }).UseKestrel());
        return builder.Build();
    }
}
