using Azure.Core;
using Azure.Storage.Blobs;
using Diversion.Casework.Moving;
using Diversion.Functions.Azure.Keys;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diversion.Azurite.Moving;

/// <summary>The storage account of an app on Azure, found by the app's own settings.</summary>
internal sealed class AzureAccount
{
    /// <summary>By then every worker knows of a standstill, and what it had begun before is done.</summary>
    private static readonly TimeSpan UntilEveryWorkerKnows = StandstillStore.Recheck + TimeSpan.FromSeconds(15);

    private AzureAccount(AppSettings settings, ProgrammePlace place, string name) => (Settings, Place, Name) = (settings, place, name);

    public AppSettings Settings { get; }

    public ProgrammePlace Place { get; }

    /// <summary>Its address.</summary>
    public string Name { get; }

    /// <summary>Makes the tables and the container that are missing, as the app does when it starts.</summary>
    /// <param name="wait">Another time until every worker knows, where there are none.</param>
    /// <exception cref="FaultySettingsException">With every fault in the app's settings.</exception>
    /// <exception cref="SettingsException">Where the tables or the papers are is not said, or with the key of an account.</exception>
    public static async Task<AzureAccount> Open(IConfiguration configuration, TimeSpan? wait = null, CancellationToken cancellation = default)
    {
        var settings = AppSettings.Read(configuration, AppContext.BaseDirectory);
        var identity = new Lazy<TokenCredential>(() => AzureIdentity.Of(configuration));
        var tables = TablesSettings.Read(configuration).Connect(() => identity.Value);
        BlobContainerClient container = DocumentsSettings.Read(configuration).Connect(() => identity.Value);
        var store = new AzureTableStore(tables, NullLogger<AzureTableStore>.Instance);
        var papers = new BlobDocumentStore(container);
        await store.CreateTables(cancellation);
        await papers.CreateContainer(cancellation);
        var vault = settings.KeyOfKeys is { } key ? new KeyVaultKey(key, identity.Value) : null;
        var place = new ProgrammePlace(store, papers, KeyServices.OfPapers(vault, settings.PseudonymKey), new BlobDestructionLog(container), wait ?? UntilEveryWorkerKnows);
        return new AzureAccount(settings, place, tables.Uri.Host);
    }

    /// <exception cref="MoveException">The app is set up for another programme than the one that comes.</exception>
    public void RequireSameSettings(ArrivingProgramme arriving)
    {
        if (!arriving.PseudonymKey.AsSpan().SequenceEqual(Settings.PseudonymKey))
        {
            throw new MoveException(
                "The setting PseudonymKey is not the key of the programme that comes, and all pseudonyms would change. Set it to what `base64 -w0 pseudonym.key` prints in the old data folder, or to that of the old app. Nothing was imported.");
        }

        switch (Casework.Programmes.ProgrammeJson.Read(arriving.ProgrammeJson, Settings.Rulebook.Schemes))
        {
            case Casework.Programmes.ProgrammeReading.Faulty faulty:
                throw new MoveException($"The programme that comes cannot run here: {string.Join(" ", faulty.Faults)} Nothing was imported.");
            case Casework.Programmes.ProgrammeReading.Sound { Programme.Scheme: var scheme } when scheme != Settings.Rulebook.Settings.Scheme:
                throw new MoveException(
                    $"The programme that comes runs the scheme {scheme}, and the settings of the app name {Settings.Rulebook.Settings.Scheme}. Put the same scheme into Programme__Json, or into the file that Programme__Path names. Nothing was imported.");
        }
    }
}
