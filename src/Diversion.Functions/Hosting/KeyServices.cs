using Azure.Core;
using Diversion.Functions.Azure.Keys;
using Diversion.Functions.Azure.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Functions.Hosting;

/// <summary>The keys of cookies and forms: in the table store, so that one worker reads what another wrote, and encrypted there.</summary>
internal static class KeyServices
{
    /// <param name="keyOfKeys">A Key Vault key; null leaves them unencrypted, and the framework logs a warning.</param>
    public static void AddKeys(this IServiceCollection services, Uri? keyOfKeys, Func<TokenCredential> identity)
    {
        services.AddSingleton<IXmlRepository, TableKeyRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, repository) => keys.XmlRepository = repository);
        if (keyOfKeys is not null)
        {
            services.AddSingleton(_ => new KeyVaultKey(keyOfKeys, identity()));
            services.AddOptions<KeyManagementOptions>().Configure<KeyVaultKey>((keys, vault) => keys.XmlEncryptor = new SealingKeys(vault));
        }
    }
}
