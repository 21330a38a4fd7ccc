using Azure.Core;

namespace Diversion.Functions.Azure.Keys;

/// <summary>Retries and transport, like every other Azure client.</summary>
public sealed class KeyVaultOptions : ClientOptions;
