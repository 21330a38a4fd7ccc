using Azure.Core;

namespace Diversion.Functions.Azure.Keys;

/// <summary>Retries and transport, as every client of Azure has them.</summary>
public sealed class KeyVaultOptions : ClientOptions;
