using Azure.Core;
using Azure.Storage.Blobs;
using Diversion.Functions.Azure.Storage;
using Diversion.Web.Requests;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Azure.Settings;

/// <summary>Where the papers are: exactly one of the two.</summary>
/// <param name="ServiceUri">Of a storage account, accessed with the app's identity.</param>
/// <param name="EmulatorConnectionString">For Azurite on this machine.</param>
public sealed record DocumentsSettings(Uri? ServiceUri, string? EmulatorConnectionString)
{
    /// <summary>Where ClamAV listens; null for none.</summary>
    public Uri? Scanner { get; init; }

    private const string Advice =
        "Set Documents__ServiceUri to https://ACCOUNT.blob.core.windows.net, or for Azurite Documents__ConnectionString to UseDevelopmentStorage=true.";

    /// <exception cref="SettingsException">A setting is missing or not allowed.</exception>
    public static DocumentsSettings Read(IConfiguration configuration)
    {
        var uri = configuration["Documents:ServiceUri"];
        var connection = configuration["Documents:ConnectionString"];
        var scanner = configuration["Documents:Scanner"] is { } written && !string.IsNullOrWhiteSpace(written)
            ? ClamScanner.Read(written.Trim()) ?? throw new SettingsException("Documents__Scanner is no address of ClamAV: write tcp://HOST:3310, or leave it out.")
            : null;
        if (string.IsNullOrWhiteSpace(uri) == string.IsNullOrWhiteSpace(connection))
        {
            throw new SettingsException($"Where the papers are must be said once. {Advice}");
        }

        if (!string.IsNullOrWhiteSpace(connection))
        {
            return EmulatorConnection.IsOne(connection, "BlobEndpoint")
                ? new DocumentsSettings(null, connection) { Scanner = scanner }
                : throw new SettingsException($"Documents__ConnectionString is for Azurite on this machine only; keys of storage accounts are not used. {Advice}");
        }

        return Uri.TryCreate(uri, UriKind.Absolute, out var service) && service is { Scheme: "https", Query: "", UserInfo: "" }
            ? new DocumentsSettings(service, null) { Scanner = scanner }
            : throw new SettingsException($"Documents__ServiceUri is not a plain https address. {Advice}");
    }

    public BlobContainerClient Connect(Func<TokenCredential> identity)
    {
        var options = new BlobClientOptions
        {
            // A person waits for the answer, but 20 MB over a slow line take their time.
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 4,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(3),
                NetworkTimeout = TimeSpan.FromSeconds(30),
            },
            Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false },
        };
        var service = ServiceUri is null
            ? new BlobServiceClient(EmulatorConnectionString, options)
            : new BlobServiceClient(ServiceUri, identity(), options);
        return service.GetBlobContainerClient(BlobDocumentStore.ContainerName);
    }
}
