using System.Security.Cryptography;
using Diversion.Azurite.Demo;
using Diversion.Azurite.Emulator;
using Diversion.Azurite.Moving;
using Diversion.Azurite.Tests.Hosts;
using Diversion.Casework.Agreements;
using Diversion.Casework.Documents;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Moving;
using Diversion.Casework.Storage;
using Diversion.Domain.Documents;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Tests.Lives;
using Diversion.Local.Backups;
using Diversion.Local.Moving;
using Diversion.Local.Programmes;
using Diversion.Simulation.VirtualTime;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Diversion.Azurite.Tests;

/// <summary>A programme that began on one machine goes on in Azure's tables, blobs and workflows, and then on another machine.</summary>
public sealed class MoveTests : IAsyncLifetime
{
    private static readonly byte[] Letter = "A letter that moves along."u8.ToArray();

    private readonly string home = Directory.CreateTempSubdirectory("diversion-move-").FullName;
    private AzuriteEmulator? azurite;

    public async Task InitializeAsync() => azurite = await AzuriteEmulator.Start(folder: null);

    public Task DisposeAsync()
    {
        azurite?.Dispose();
        Directory.Delete(home, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_life_that_moves_to_Azure_and_back_is_the_life_that_stayed_and_every_message_leaves_once()
    {
        var kept = new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Text, Letter.Length, Convert.ToHexStringLower(SHA256.HashData(Letter))) { By = Programmes.Officer };
        var life = AllLives.Brief with { Besides = [(2, kept)] };
        using var stayed = new OneProcess(life.Start);
        await life.Live(stayed);

        await using var first = new OneMachine(Path.Combine(home, "first"), life.Start);
        await first.Place.Papers.Put(new DocumentKey(life.Id.Value, "p-1"), new MemoryStream(Letter));
        var account = await AzureAccount.Open(Settings(), TimeSpan.Zero);
        var (toAzure, back) = (life.Start + Duration.FromDays(3), life.Start + Duration.FromDays(8));
        DurableHost? azure = null;
        PostOffice? sent = null;
        OneMachine? last = null;
        try
        {
            var moving = new MovingTime(first);
            moving.At(toAzure, async () =>
            {
                var digest = await Move(first.Place, new ProgrammeExport(first.Place, ProgrammeFile.TextOf(Programmes.Rulebook.Settings), Keys.OfPseudonyms(Path.Combine(home, "first")), TimeProvider.System), account.Place, account);
                await SameRows(first.Place.Store, account.Place.Store);
                await Rebuilt(account.Place, digest);
                var clock = new TimeMachine(null, toAzure);
                azure = await DurableHost.Start(
                    SharedEmulator.Settings(azurite!.Connection, "Moved", "one"), account.Place.Store, clock, new ShiftedTime(clock, SystemClock.Instance));
                sent = azure.Post;
                return DurableTime.Of(azure, clock.MoveTo);
            });
            moving.At(back, async () =>
            {
                await Delivered(account.Place.Store);
                await azure!.DisposeAsync();
                last = new OneMachine(Path.Combine(home, "last"), back);
                var export = new ProgrammeExport(
                    account.Place, ProgrammeFile.TextOf(account.Settings.Rulebook.Settings), account.Settings.PseudonymKey, TimeProvider.System);
                await Move(account.Place, export, last.Place, null);
                await SameRows(account.Place.Store, last.Place.Store);
                return last;
            });

            await life.Live(moving);

            Assert.Equal(await Story.Of(stayed.Casework, life.Id), await Story.Of(last!.Casework, life.Id));
            Assert.Null((await Verification.Run(last.Place.Store, papers: last.Place.Papers)).Fault);
            Assert.NotEmpty(sent!.Delivered);
            var delivered = (string[])[.. first.Post.Delivered, .. sent.Delivered, .. last.Post.Delivered];
            Assert.Equal(delivered.Distinct(), delivered);
        }
        finally
        {
            if (last is not null)
            {
                await last.DisposeAsync();
            }
        }
    }

    /// <summary>The workflows deliver what waits.</summary>
    private static async Task Delivered(ITableStore store)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await Rows(store, Tables.Outbox)).Count > 0)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private async Task<string> Move(ProgrammePlace from, ProgrammeExport export, ProgrammePlace to, AzureAccount? account)
    {
        var key = new BackupKey(RandomNumberGenerator.GetBytes(32));
        var file = Path.Combine(home, $"{Guid.NewGuid():N}.export");
        var manifest = await export.Run(pack => ExportFile.Write(file, key, pack, default));
        var import = new ProgrammeImport(stop => ExportFile.Open(file, key, stop));
        var arriving = await import.Check();
        if (account is not null)
        {
            await OnlyTheSameSettings(account, arriving);
        }

        var report = await import.Into(to, arriving, SystemClock.Instance.GetCurrentInstant());
        Assert.Equal((manifest.Digest, 1L), (report.Digest, report.Papers));
        await using var paper = await to.Papers.Open(new DocumentKey(AllLives.Brief.Id.Value, "p-1"));
        Assert.Equal(SHA256.HashData(Letter), await SHA256.HashDataAsync(paper!));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await new StandstillStore(from.Store, TimeProvider.System).Get(Tables.Due, "a", "b"));
        return report.Digest;
    }

    private async Task OnlyTheSameSettings(AzureAccount account, ArrivingProgramme arriving)
    {
        account.RequireSameSettings(arriving);
        var other = await AzureAccount.Open(Settings(Convert.ToBase64String(new byte[32])), TimeSpan.Zero);
        Assert.Contains("The setting PseudonymKey is not the key", Assert.Throws<MoveException>(() => other.RequireSameSettings(arriving)).Message, StringComparison.Ordinal);
        Assert.Contains("There is no scheme elsewhere", Assert.Throws<MoveException>(() => account.RequireSameSettings(
            arriving with { ProgrammeJson = arriving.ProgrammeJson.Replace("checkpoint\"", "elsewhere\"", StringComparison.Ordinal) })).Message, StringComparison.Ordinal);
    }

    /// <summary>On Azure, too, lost and wrong rows are made again.</summary>
    private static async Task Rebuilt(ProgrammePlace place, string digest)
    {
        var lost = (await Rows(place.Store, Tables.Evaluation))[0];
        await place.Store.Commit(new TableTransaction(Tables.Evaluation, lost.Partition, [new RowChange.Delete(lost.Row), new RowChange.Upsert("stray", new Dictionary<string, object>())]), []);
        var report = await StandstillRebuild.Run(place, SystemClock.Instance.GetCurrentInstant());
        Assert.Equal((1, 1), (report.Written, report.Removed));
        Assert.Equal(digest, (await Verification.Run(place.Store, papers: place.Papers)).Digest);
        Assert.Null(await Standstill.Of(place.Store));
    }

    private static async Task SameRows(ITableStore one, ITableStore other)
    {
        foreach (var table in Tables.All.Except([Tables.Settings]))
        {
            Assert.Equal((await Rows(one, table)).Select(Text), (await Rows(other, table)).Select(Text));
        }

        static string Text(TableRow row) =>
            $"{row.Partition} {row.Row} {string.Join(' ', row.Properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={property.Value}"))}";
    }

    private static async Task<List<TableRow>> Rows(ITableStore store, string table)
    {
        var rows = new List<TableRow>();
        await foreach (var row in store.Scan(table))
        {
            rows.Add(row);
        }

        return rows;
    }

    private IConfiguration Settings(string? pseudonyms = null) => new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("Tables:ConnectionString", azurite!.Connection),
        new("Documents:ConnectionString", azurite.Connection),
        new("Programme:Path", "samples/programme.json"),
        new("PseudonymKey", pseudonyms ?? Convert.ToBase64String(Keys.OfPseudonyms(Path.Combine(home, "first")))),
    ]).Build();

    /// <summary>Time that passes on one host until a moment, and then on the next.</summary>
    private sealed class MovingTime(ITimeKeeper first) : ITimeKeeper
    {
        private readonly Queue<(Instant At, Func<Task<ITimeKeeper>> Next)> moves = [];
        private ITimeKeeper now = first;

        public CaseworkService Casework => now.Casework;

        public void At(Instant moment, Func<Task<ITimeKeeper>> next) => moves.Enqueue((moment, next));

        public async Task RunTo(Instant until)
        {
            while (moves.TryPeek(out var move) && move.At <= until)
            {
                moves.Dequeue();
                await now.RunTo(move.At);
                now = await move.Next();
            }

            await now.RunTo(until);
        }

        public Task Settle() => now.Settle();
    }
}
