using Azure.Core;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Moving;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Keys;
using Diversion.Functions.Azure.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Functions.Hosting;

/// <summary>
/// The keys of cookies and forms: in the table store, so that one worker reads what another wrote, and encrypted there. And
/// what wraps the keys of papers.
/// </summary>
internal static class KeyServices
{
    /// <param name="keyOfKeys">A Key Vault key; null leaves them unencrypted, and the framework logs a warning.</param>
    /// <param name="secret">Where there is no vault, the papers' key is made from it: the same for ever.</param>
    public static void AddKeys(this IServiceCollection services, Uri? keyOfKeys, byte[] secret, Func<TokenCredential> identity)
    {
        services.AddSingleton<IXmlRepository, TableKeyRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, repository) => keys.XmlRepository = repository);
        services.AddSingleton<IDataKeys>(provider => new AdoptedKeys(OfPapers(provider.GetService<KeyVaultKey>(), secret), provider.GetRequiredService<ITableStore>()));
        if (keyOfKeys is not null)
        {
            services.AddSingleton(_ => new KeyVaultKey(keyOfKeys, identity()));
            services.AddOptions<KeyManagementOptions>().Configure<KeyVaultKey>((keys, vault) => keys.XmlEncryptor = new SealingKeys(vault));
        }
    }

    /// <summary>What wraps the keys of papers.</summary>
    /// <param name="vault">Null where there is none.</param>
    internal static IDataKeys OfPapers(KeyVaultKey? vault, byte[] secret) => vault is null ? WrappingKey.From(secret) : new VaultDataKeys(vault);
}
