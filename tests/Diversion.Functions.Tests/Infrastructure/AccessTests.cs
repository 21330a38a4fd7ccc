using System.Text.Json;

namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>Access rights on Azure: no keys, no more roles than needed, nothing open that need not be.</summary>
public sealed class AccessTests
{
    /// <summary>Each role, and the last part of the scope that it is assigned on.</summary>
    private static readonly (string Role, string On)[] Allowed =
    [
        ("Monitoring Metrics Publisher", "Microsoft.Insights/components/diversion"),
        ("Storage Table Data Contributor", "storageAccounts/divcase"),
        ("Storage Blob Data Contributor", "storageAccounts/divcase"),
        ("Storage Blob Data Owner", "storageAccounts/divhub"),
        ("Storage Queue Data Contributor", "storageAccounts/divhub"),
        ("Storage Table Data Contributor", "storageAccounts/divhub"),
        ("Service Bus Data Receiver", "queues/tag-events"),
        ("Service Bus Data Receiver", "queues/custody-notices"),
        ("Service Bus Data Sender", "topics/agreement-events"),
        ("Key Vault Secrets User", "vaults/div"),
        ("Key Vault Crypto Service Encryption User", "keys/data-protection"),
    ];

    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-16f855dd0fb8"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Service Bus Data Sender",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Service Bus Data Receiver",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["e147488a-f6f5-4113-8e2d-b22465e65bf6"] = "Key Vault Crypto Service Encryption User",
    };

    [BicepTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_app_has_these_roles_and_no_others(string installation)
    {
        var given = (await Deployment.Of(installation)).OfType("Microsoft.Authorization/roleAssignments").Select(RoleAndScope).ToList();

        Assert.Equal(Allowed.Length, given.Count);
        Assert.All(Allowed, allowed => Assert.Single(
            given, one => one.Role == allowed.Role && one.On.Contains(allowed.On, StringComparison.Ordinal)));
    }

    [BicepTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task No_service_takes_a_key(string installation)
    {
        var deployment = await Deployment.Of(installation);

        Assert.Equal(2, deployment.OfType("Microsoft.Storage/storageAccounts").Count());
        Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.False(Property(account, "allowSharedKeyAccess").GetBoolean());
            Assert.False(Property(account, "allowBlobPublicAccess").GetBoolean());
            Assert.Equal("TLS1_2", Property(account, "minimumTlsVersion").GetString());
        });
        Assert.True(Property(deployment.One("Microsoft.ServiceBus/namespaces"), "disableLocalAuth").GetBoolean());
        Assert.True(Property(deployment.One("Microsoft.Insights/components"), "DisableLocalAuth").GetBoolean());
        Assert.True(Property(deployment.One("Microsoft.KeyVault/vaults"), "enableRbacAuthorization").GetBoolean());
        Assert.All(
            deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            policy => Assert.False(Property(policy, "allow").GetBoolean()));
    }

    [BicepFact]
    public async Task In_production_every_service_is_private_and_has_its_endpoint()
    {
        var deployment = await Deployment.Prod;
        string[] reachable =
            ["Microsoft.Storage/storageAccounts", "Microsoft.ServiceBus/namespaces", "Microsoft.KeyVault/vaults", "Microsoft.Web/sites"];

        Assert.All(
            reachable.SelectMany(deployment.OfType),
            service => Assert.Equal("Disabled", Property(service, "publicNetworkAccess").GetString()));
        Assert.Equal(
            ["blob", "blob", "namespace", "queue", "sites", "table", "table", "vault"],
            deployment.OfType("Microsoft.Network/privateEndpoints")
                .Select(endpoint => Property(endpoint, "privateLinkServiceConnections")[0].GetProperty("name").GetString()!).Order());
        Assert.EndsWith("/subnets/functions", Property(deployment.One("Microsoft.Web/sites"), "virtualNetworkSubnetId").GetString(), StringComparison.Ordinal);
    }

    [BicepFact]
    public async Task Every_private_endpoint_finds_its_name_in_a_zone_that_is_made()
    {
        var deployment = await Deployment.Prod;
        var zones = deployment.OfType("Microsoft.Network/privateDnsZones").Select(zone => zone.GetProperty("name").GetString()!).ToList();

        var groups = deployment.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").ToList();

        Assert.Equal(6, zones.Count);
        Assert.Equal(8, groups.Count);
        Assert.All(groups, group =>
        {
            var id = Property(group, "privateDnsZoneConfigs")[0].GetProperty("properties").GetProperty("privateDnsZoneId").GetString()!;
            Assert.Contains(zones, zone => id.Contains(zone.TrimStart('[').TrimEnd(']'), StringComparison.Ordinal));
        });
    }

    [BicepTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Secrets_are_in_the_vault_and_nowhere_else(string installation)
    {
        var deployment = await Deployment.Of(installation);
        var secrets = deployment.OfType("Microsoft.KeyVault/vaults/secrets").ToDictionary(
            secret => secret.GetProperty("name").GetString()!.Split('/')[1], secret => Property(secret, "value").GetString());

        Assert.Equal(["first-lead-code", "notify-api-key", "notify-callback-token", "pseudonym-key", "sendgrid-api-key", "sign-in-secret", "smtp-password"], secrets.Keys.Order());
        Assert.DoesNotContain(Samples.SendGridApiKey, WithoutSecrets(deployment), StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.PseudonymKey, WithoutSecrets(deployment), StringComparison.Ordinal);
    }

    [BicepTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Nobody_gets_in_without_signing_in(string installation)
    {
        var signIn = (await Deployment.Of(installation)).One("Microsoft.Web/sites/config", "/authsettingsV2");
        var registration = Property(signIn, "identityProviders").GetProperty("azureActiveDirectory").GetProperty("registration");

        Assert.True(Property(signIn, "platform").GetProperty("enabled").GetBoolean());
        Assert.True(Property(signIn, "globalValidation").GetProperty("requireAuthentication").GetBoolean());
        Assert.True(Property(signIn, "httpSettings").GetProperty("requireHttps").GetBoolean());
        Assert.Equal(
            ["/health/live", "/health/ready", "/assets/*", "/sign-out", "/api/v1/notify/*", "/my-page", "/my-page/*", "/public", "/public/*"],
            Property(signIn, "globalValidation").GetProperty("excludedPaths").EnumerateArray().Select(path => path.GetString()!));
        Assert.Equal(Samples.SignInClientId, registration.GetProperty("clientId").GetString());
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", registration.GetProperty("clientSecretSettingName").GetString());
    }

    private static (string Role, string On) RoleAndScope(JsonElement assignment)
    {
        var role = Property(assignment, "roleDefinitionId").GetString()!.Split('/')[^1];
        var scope = assignment.GetProperty("id").GetString()!.Split("/providers/Microsoft.Authorization/")[0];
        return (Roles.GetValueOrDefault(role, role), scope);
    }

    private static string WithoutSecrets(Deployment deployment) => string.Join(
        '\n', deployment.Resources.Where(resource => resource.GetProperty("type").GetString() != "Microsoft.KeyVault/vaults/secrets"));

    private static JsonElement Property(JsonElement resource, string name) => resource.GetProperty("properties").GetProperty(name);
}
