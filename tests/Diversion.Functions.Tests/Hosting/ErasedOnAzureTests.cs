using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.Documents;
using Diversion.Casework.Keeping;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Keeping;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Hosting;
using Diversion.Functions.Tests.Azure.Storage;
using Diversion.Functions.Tests.Lives;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Diversion.Functions.Tests.Hosting;

/// <summary>The app's own services on the emulator's tables and blobs: what was erased is gone, and stays so when tables are restored.</summary>
public sealed class ErasedOnAzureTests
{
    private static readonly Instant Then = Instant.FromUtc(2026, 3, 3, 10, 0);
    private static readonly AgreementId Id = AgreementIds.FromCustodyReference("GONE/1");
    private static readonly byte[] Letter = "A letter that must go."u8.ToArray();

    [Fact]
    public async Task An_erased_papers_blob_is_gone_and_restored_tables_are_brought_up_to_date_when_the_app_starts()
    {
        var account = AzuriteServer.NewAccount();
        var blobs = new BlobContainerClient(AzuriteServer.Connection(account), BlobDocumentStore.ContainerName);
        using var app = App(account);
        await Started(app);
        var casework = app.Services.GetRequiredService<CaseworkService>();
        await Ended(casework, app.Services.GetRequiredService<DocumentVault>());
        Assert.Equal([$"{Id.Value}/p-1"], await Names(blobs));
        using var kept = new MemoryStream();
        await blobs.GetBlobClient($"{Id.Value}/p-1").DownloadToAsync(kept);
        var copy = await Rows(app);

        await Do(casework, Programmes.Lead, new KeepingCommand.EraseRecord(ErasureGround.PersonAsked));
        Assert.Equal(1, await app.Services.GetRequiredService<Erasing>().Finish(Then));

        Assert.Equal([BlobDestructionLog.BlobName], await Names(blobs));
        Assert.False(await blobs.GetBlobClient($"{Id.Value}/p-1").ExistsAsync());
        Assert.True((await casework.Find(Id))!.IsErased);

        // Tables from a copy of before, and the paper with them: the log beside the papers is as it was last.
        var restored = app.Services.GetRequiredService<ITableStore>();
        foreach (var (table, row) in copy)
        {
            await restored.Commit(new TableTransaction(table, row.Partition, [new RowChange.Upsert(row.Row, row.Properties)]), []);
        }

        kept.Position = 0;
        await blobs.UploadBlobAsync($"{Id.Value}/p-1", kept);
        using var again = App(account);
        Assert.False((await again.Services.GetRequiredService<CaseworkService>().Find(Id))!.IsErased);

        await Started(again);

        Assert.True((await again.Services.GetRequiredService<CaseworkService>().Find(Id))!.IsErased);
        Assert.Equal([BlobDestructionLog.BlobName], await Names(blobs));
        Assert.DoesNotContain("Nell Gone", string.Join('\n', (await Rows(again)).SelectMany(row => row.Row.Properties.Values)), StringComparison.Ordinal);
    }

    private static async Task Ended(CaseworkService casework, DocumentVault vault)
    {
        await Do(casework, Programmes.Officer, new ReferralCommand.Refer(
            Id,
            new Person("Nell Gone", new LocalDate(1995, 5, 17), Sex.Female, District: "County Durham"),
            new Offence("Took goods from a shop", "theft", new LocalDate(2026, 2, 20), OffenceClass.EitherWay, District: "County Durham"),
            Programmes.OfficerRef,
            "GONE/1"));
        await vault.Put(new DocumentKey(Id.Value, "p-1"), new MemoryStream(Letter));
        await Do(casework, Programmes.Officer, new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Text, Letter.Length, Convert.ToHexStringLower(SHA256.HashData(Letter))));
        await Do(casework, Programmes.Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], true, AdmissionAnswer.Full, true, 0)));
        await Do(casework, Programmes.Officer, new ReferralCommand.FindNotEligible());
        await Do(casework, Programmes.Officer, new TermCommand.RecordCaseOutcome(CaseResult.Charged, "1", new LocalDate(2026, 3, 3)));
    }

    private static async Task Do(CaseworkService casework, Actor by, AgreementCommand command)
    {
        var outcome = await casework.Execute(Id, command with { By = by, At = Then, Reason = "As discussed." });
        Assert.True(outcome is Outcome.Accepted, $"{command.GetType().Name}: {(outcome as Outcome.Refused)?.Refusal.Message}");
    }

    /// <summary>Deleted ones and snapshots too, if the service kept any.</summary>
    private static async Task<List<string>> Names(BlobContainerClient blobs)
    {
        var names = new List<string>();
        await foreach (var blob in blobs.GetBlobsAsync(new GetBlobsOptions { States = BlobStates.Deleted | BlobStates.Snapshots }))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private static async Task<List<(string Table, TableRow Row)>> Rows(IHost app)
    {
        var rows = new List<(string, TableRow)>();
        foreach (var table in Tables.All)
        {
            await foreach (var row in app.Services.GetRequiredService<ITableStore>().Scan(table))
            {
                rows.Add((table, row));
            }
        }

        return rows;
    }

    /// <summary>What the worker does when it starts, to its end.</summary>
    private static async Task Started(IHost app)
    {
        var start = Assert.Single(app.Services.GetServices<IHostedService>().OfType<Start>());
        await start.StartAsync(default);
        await start.ExecuteTask!;
    }

    private static IHost App(int account)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(SampleSettings.Read()).AddInMemoryCollection(
            [new("Tables:ConnectionString", AzuriteServer.Connection(account)), new("Documents:ConnectionString", AzuriteServer.Connection(account))]).Build();
        var builder = Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder();
        builder.ConfigureServices(services =>
        {
            var settings = AppSettings.Read(configuration, AppContext.BaseDirectory);
            services.AddAdapters(configuration, settings.Platform, () => throw new InvalidOperationException("No identity is needed here."));
            services.AddCasework(settings.Rulebook);
            services.AddWeb(settings);
            services.AddKeys(settings.KeyOfKeys, settings.PseudonymKey, () => throw new InvalidOperationException("No identity is needed here."));
            services.AddHostedService<Start>();
        });
        builder.ConfigureWebHost(web => web.Configure(_ => { }).UseKestrel());
        return builder.Build();
    }
}
