using System.Reflection;
using System.Text.Json;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.Hosting;
using Diversion.Functions.Triggers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>The settings that the app is deployed with are exactly those that it reads.</summary>
public sealed class SettingsTests
{
    /// <summary>Read by the host and the platform; all others are ours.</summary>
    private static readonly string[] OfThePlatform = ["AzureWebJobs", "APPLICATIONINSIGHTS_", "AZURE_CLIENT_ID", "OVERRIDE_USE_MI_FIC", "WEBSITE_"];

    private static readonly string[] Ours =
    [
        "DataProtection__KeyUri", "Documents__ServiceUri", "Programme__Json", "PseudonymKey", "SendGrid__ApiKey", "SendGrid__Sandbox", "ServiceBus__clientId",
        "ServiceBus__credential", "ServiceBus__fullyQualifiedNamespace", "Tables__ServiceUri", "TaskHubName",
    ];

    [BicepTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_app_starts_with_them(string installation)
    {
        var deployed = await Deployed(installation);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            .. deployed.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)Resolved(setting.Key, setting.Value))),
            new("WEBSITE_SITE_NAME", "diversion"),
            new("WEBSITE_POD_NAME", "instance"),
            new("WEBSITE_AUTH_ENABLED", "True"),
        ]).Build();

        var settings = AppSettings.Read(configuration, AppContext.BaseDirectory);

        Assert.True(settings.Platform.SignsPeopleIn);
        Assert.Equal("checkpoint", settings.Rulebook.Programme.Scheme);
        Assert.Equal(2, settings.Rulebook.Programme.Leads.Count);
    }

    [BicepTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task There_are_these_and_no_others(string installation) => Assert.Equal(
        Ours,
        (await Deployed(installation)).Keys.Where(name => !OfThePlatform.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).Order(StringComparer.Ordinal));

    /// <summary>Only for a developer's machine, or with a default that the templates keep.</summary>
    private static readonly string[] NotDeployed =
    [
        "Development__Person", "Development__TokenKey", "Documents__ConnectionString", "Documents__Scanner", "Notify__ApiKey", "Notify__ApiKeyFile", "Programme__Path", "ServiceBus", "Tables__ConnectionString",
        "ServiceBus__Topic", "Smtp__Host", "SignIn__FirstLeadCode", "SignIn__OrganisationClaim", "SignIn__Provider", "SignIn__Secret", "SignIn__TeamClaim",
    ];

    /// <summary>Set for the Functions host and its extensions, or read by them on our behalf.</summary>
    private static readonly string[] ForTheHost = ["ServiceBus__clientId", "ServiceBus__credential", "TaskHubName"];

    [BicepFact]
    public async Task Each_setting_that_the_code_asks_for_is_deployed_and_the_other_way_round()
    {
        var asked = new SortedSet<string>(StringComparer.Ordinal);
        var deployed = await Deployed("prod");
        var settings = new AskedSettings(
            new ConfigurationBuilder().AddInMemoryCollection(
            [
                .. deployed.Where(setting => setting.Key != "AZURE_CLIENT_ID")
                    .Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)Resolved(setting.Key, setting.Value))),
                new("WEBSITE_INSTANCE_ID", "instance"),
                new("WEBSITE_AUTH_ENABLED", "True"),
                new("AZURE_CLIENT_ID", "8f3a2c1e-0000-4000-8000-000000000001"),
            ]).Build(),
            asked);

        var read = AppSettings.Read(settings, AppContext.BaseDirectory);
        new ServiceCollection().AddAdapters(settings, read.Platform, () => AzureIdentity.Of(settings));
        AzureIdentity.Of(settings);

        var ours = asked.Select(name => name.Replace(":", "__", StringComparison.Ordinal))
            .Where(name => !OfThePlatform.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            .Except(NotDeployed).ToArray();
        Assert.Equal([], ours.Except(deployed.Keys));
        Assert.Equal([], Ours.Except(ours).Except(ForTheHost));
    }

    [BicepFact]
    public async Task Secrets_are_named_and_not_shown()
    {
        var deployed = await Deployed("prod");

        Assert.Matches(@"^@Microsoft\.KeyVault\(VaultName=div-prod-\w+;SecretName=sendgrid-api-key\)$", deployed["SendGrid__ApiKey"]);
        Assert.Matches(@"^@Microsoft\.KeyVault\(VaultName=div-prod-\w+;SecretName=pseudonym-key\)$", deployed["PseudonymKey"]);
    }

    [BicepTheory]
    [InlineData("dev", "true")]
    [InlineData("prod", "false")]
    public async Task Only_production_sends_mail(string installation, string sandbox) =>
        Assert.Equal(sandbox, (await Deployed(installation))["SendGrid__Sandbox"]);

    [BicepFact]
    public async Task Mail_by_SMTP_and_texts_by_Notify_are_parameters_and_their_secrets_are_named()
    {
        var deployment = await Deployment.With("prod", """
            param smtpHost = 'smtp.force.example'
            param smtpUser = 'diversion'
            param smtpPassword = 'corr3ct-h0rse'
            param notifyTextTemplateId = 'f33517ff-2a88-4f6e-b855-c550268ce08a'
            param notifyReceipts = true
            param notifyApiKey = 'a-key-of-notify'
            param notifyCallbackToken = 'a-token-of-twenty-chars'
            """);
        var deployed = SettingsOf(deployment);

        Assert.Equal(("smtp.force.example", "starttls", "diversion"), (deployed["Smtp__Host"], deployed["Smtp__Security"], deployed["Smtp__User"]));
        Assert.Matches(@"^@Microsoft\.KeyVault\(VaultName=div-prod-\w+;SecretName=smtp-password\)$", deployed["Smtp__Password"]);
        Assert.Matches(@"^@Microsoft\.KeyVault\(VaultName=div-prod-\w+;SecretName=notify-api-key\)$", deployed["Notify__ApiKey"]);
        Assert.Matches(@"^@Microsoft\.KeyVault\(VaultName=div-prod-\w+;SecretName=notify-callback-token\)$", deployed["Notify__CallbackToken"]);
        Assert.DoesNotContain(deployed.Keys, name => name.StartsWith("SendGrid", StringComparison.Ordinal));

        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            .. deployed.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)Resolved(setting.Key, setting.Value))),
            new("WEBSITE_INSTANCE_ID", "instance"),
            new("WEBSITE_AUTH_ENABLED", "True"),
        ]).Build();
        new ServiceCollection().AddAdapters(settings, AppSettings.Read(settings, AppContext.BaseDirectory).Platform, () => throw new InvalidOperationException("No identity is needed here."));
    }

    [BicepFact]
    public async Task The_triggers_find_their_queues()
    {
        var deployment = await Deployment.Prod;

        Assert.Equal(2, deployment.OfType("Microsoft.ServiceBus/namespaces/queues").Count());
        deployment.One("Microsoft.ServiceBus/namespaces/queues", $"/{FeedQueues.TagEvents}");
        deployment.One("Microsoft.ServiceBus/namespaces/queues", $"/{FeedQueues.CustodyNotices}");
        Assert.Contains($"{FeedQueues.Connection}__fullyQualifiedNamespace", (await Deployed("prod")).Keys);
    }

    [BicepFact]
    public async Task The_host_finds_the_name_of_its_task_hub()
    {
        var host = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, "..", "host.json")));

        var hub = host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString()!;

        Assert.Contains(hub.Trim('%'), (await Deployed("prod")).Keys);
    }

    [BicepFact]
    public async Task The_alert_looks_for_what_the_sweep_logs()
    {
        var logged = typeof(OverdueSweep).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>().Single().Message;
        var query = (await Deployment.Prod).One("Microsoft.Insights/scheduledQueryRules", "-overdue-sweep-found-work")
            .GetProperty("properties").GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!;

        var sought = query.Split("startswith \"")[1].Split('"')[0];

        Assert.NotEmpty(sought);
        Assert.StartsWith(sought, logged, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> Deployed(string installation) => SettingsOf(await Deployment.Of(installation));

    private static Dictionary<string, string> SettingsOf(Deployment deployment) =>
        deployment.One("Microsoft.Web/sites/config", "/appsettings").GetProperty("properties")
            .EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    /// <summary>What the platform would put in place of a reference or an expression.</summary>
    private static string Resolved(string name, string value) => name switch
    {
        "PseudonymKey" => Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]),
        "DataProtection__KeyUri" => "https://div-prod.vault.azure.net/keys/data-protection",
        "Documents__ServiceUri" => "https://divcase.blob.core.windows.net",
        "Tables__ServiceUri" => "https://divcase.table.core.windows.net",
        "SendGrid__ApiKey" => "SG.resolved",
        "Smtp__Password" => "corr3ct-h0rse",
        "Notify__ApiKey" => "diversion-00000000-0000-4000-8000-000000000001-00000000-0000-4000-8000-000000000002",
        "Notify__CallbackToken" => "a-token-of-twenty-chars",
        "ServiceBus__fullyQualifiedNamespace" => "diversion.servicebus.windows.net",
        "ServiceBus__clientId" => "8f3a2c1e-0000-4000-8000-000000000001",
        _ => value,
    };
}
