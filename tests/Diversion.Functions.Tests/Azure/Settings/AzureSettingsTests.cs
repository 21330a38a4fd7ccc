using Azure.Identity;
using Diversion.Functions.Azure.Settings;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Tests.Azure.Settings;

public sealed class AzureSettingsTests
{
    private const string AccountKey =
        "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

    [Fact]
    public void Tables_are_a_storage_account_or_Azurite()
    {
        Assert.Equal(
            new TablesSettings(new Uri("https://x.table.core.windows.net"), null), TablesSettings.Read(With("Tables:ServiceUri", "https://x.table.core.windows.net")));
        Assert.Equal(new TablesSettings(null, "UseDevelopmentStorage=true"), TablesSettings.Read(With("Tables:ConnectionString", "UseDevelopmentStorage=true")));
        var local = "AccountName=devstoreaccount1;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1";
        Assert.Equal(local, TablesSettings.Read(With("Tables:ConnectionString", local)).EmulatorConnectionString);
    }

    [Theory]
    [InlineData("Tables:ServiceUri", "", "must be said once. Set Tables__ServiceUri to https://ACCOUNT.table.core.windows.net")]
    [InlineData("Tables:ServiceUri", "http://x.table.core.windows.net", "Tables__ServiceUri is not a plain https address.")]
    [InlineData("Tables:ServiceUri", "https://x.table.core.windows.net?sv=2020&sig=secret", "Tables__ServiceUri is not a plain https address.")]
    [InlineData("Tables:ServiceUri", "x", "Tables__ServiceUri is not a plain https address.")]
    [InlineData("Tables:ConnectionString", AccountKey, "keys of storage accounts are not used")]
    [InlineData("Tables:ConnectionString", "UseDevelopmentStorage=true;AccountKey=c2VjcmV0", "keys of storage accounts are not used")]
    [InlineData("Tables:ConnectionString", "TableEndpoint=https://x.table.core.windows.net;SharedAccessSignature=secret", "keys of storage accounts are not used")]
    [InlineData("Tables:ConnectionString", "nonsense", "keys of storage accounts are not used")]
    public void Anything_else_for_tables_is_refused(string name, string value, string told)
    {
        var refused = Assert.Throws<SettingsException>(() => TablesSettings.Read(With(name, value)));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_at_once_are_refused()
    {
        Assert.Throws<SettingsException>(() => TablesSettings.Read(With("Tables:ServiceUri", "https://x.table.core.windows.net", "Tables:ConnectionString", "UseDevelopmentStorage=true")));
        Assert.Throws<SettingsException>(() => ServiceBusSettings.Read(With("ServiceBus", "UseDevelopmentEmulator=true", "ServiceBus:fullyQualifiedNamespace", "x.servicebus.windows.net")));
    }

    [Fact]
    public void A_table_client_is_made_of_either()
    {
        Assert.Equal(
            "x.table.core.windows.net",
            TablesSettings.Read(With("Tables:ServiceUri", "https://x.table.core.windows.net")).Connect(() => new AzureCliCredential()).Uri.Host);
        Assert.Equal(
            new Uri("http://127.0.0.1:10002/devstoreaccount1"),
            TablesSettings.Read(With("Tables:ConnectionString", "UseDevelopmentStorage=true")).Connect(() => throw new InvalidOperationException("No identity is asked for.")).Uri);
    }

    [Fact]
    public void The_bus_is_a_namespace_or_the_emulator()
    {
        Assert.Equal(
            new ServiceBusSettings("x.servicebus.windows.net", null, "agreement-events"),
            ServiceBusSettings.Read(With("ServiceBus:fullyQualifiedNamespace", "x.servicebus.windows.net")));
        var emulator = "Endpoint=sb://localhost;SharedAccessKeyName=Root;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;";
        Assert.Equal(new ServiceBusSettings(null, emulator, "other"), ServiceBusSettings.Read(With("ServiceBus", emulator, "ServiceBus:Topic", "other")));
    }

    [Theory]
    [InlineData("ServiceBus", "", "must be said once. Set ServiceBus__fullyQualifiedNamespace to NAMESPACE.servicebus.windows.net")]
    [InlineData("ServiceBus", "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=secret", "keys of namespaces are not used")]
    [InlineData("ServiceBus", "secret", "keys of namespaces are not used")]
    [InlineData("ServiceBus:fullyQualifiedNamespace", "sb://x.servicebus.windows.net", "is not a host name")]
    [InlineData("ServiceBus:fullyQualifiedNamespace", "localhost", "is not a host name")]
    public void Anything_else_for_the_bus_is_refused(string name, string value, string told)
    {
        var refused = Assert.Throws<SettingsException>(() => ServiceBusSettings.Read(With(name, value)));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SendGrid_has_a_key_that_is_never_printed()
    {
        var settings = SendGridSettings.Read(With("SendGrid:ApiKey", "SG.secret", "SendGrid:Sandbox", "true"));

        Assert.Equal(new SendGridSettings("SG.secret", Sandbox: true), settings);
        Assert.Equal("SendGridSettings { Sandbox = True }", $"{settings}");
        Assert.False(SendGridSettings.Read(With("SendGrid:ApiKey", "SG.secret")).Sandbox);
    }

    [Theory]
    [InlineData("", "false", "SendGrid__ApiKey is missing")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/x)", "", "is a Key Vault reference that was not followed")]
    [InlineData("SG.secret", "maybe", "SendGrid__Sandbox is true or false")]
    public void Anything_else_for_SendGrid_is_refused(string key, string sandbox, string told)
    {
        var refused = Assert.Throws<SettingsException>(() => SendGridSettings.Read(With("SendGrid:ApiKey", key, "SendGrid:Sandbox", sandbox)));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message.Replace("that the secret exists", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void In_Azure_the_app_uses_its_identity_and_elsewhere_the_signed_in_person()
    {
        Assert.IsType<DefaultAzureCredential>(AzureIdentity.Of(With("AZURE_CLIENT_ID", "x")));
        Assert.IsType<ManagedIdentityCredential>(AzureIdentity.Of(With("WEBSITE_SITE_NAME", "diversion", "CONTAINER_NAME", "instance", "AZURE_CLIENT_ID", "8f3a2c1e-0000-4000-8000-000000000001")));
        var refused = Assert.Throws<SettingsException>(() => AzureIdentity.Of(With("WEBSITE_SITE_NAME", "diversion", "CONTAINER_NAME", "instance")));
        Assert.StartsWith("AZURE_CLIENT_ID is missing or no GUID.", refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration With(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
        .Build();
}
