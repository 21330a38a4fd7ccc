using Azure.Core;

namespace Microsoft.AspNetCore.DataProtection;

public static class AzureDataProtectionKeyVaultKeyBuilderExtensions
{
    public static IDataProtectionBuilder ProtectKeysWithAzureKeyVault(
        this IDataProtectionBuilder builder, Uri keyIdentifier, TokenCredential tokenCredential) => throw new NotSupportedException();
}
