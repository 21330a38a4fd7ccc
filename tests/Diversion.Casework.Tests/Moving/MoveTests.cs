using System.Security.Cryptography;
using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Documents;
using Diversion.Casework.Keeping;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Moving;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Trials;
using Diversion.Casework.Trials;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Term;
using Diversion.Storage.Compliance;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Moving;

public sealed class MoveTests
{
    private static readonly byte[] Letter = "A letter that moves along."u8.ToArray();
    private static readonly Instant Then = Instant.FromUtc(2026, 3, 4, 10, 0);

    [Fact]
    public async Task A_programme_moves_there_and_back_with_the_same_digest_and_the_same_rows()
    {
        var old = await Filled();
        var before = await Verification.Run(old.Store, papers: old.Place.Papers);

        var there = new Host(2);
        var report = await Import(there, (await old.Export()).File);
        var back = new Host(3);
        var (manifest, file) = await there.Export();
        await Import(back, file);

        Assert.Equal((before.Digest, before.Digest, before.Events, 1L), (report.Digest, manifest.Digest, report.Events, report.Papers));
        foreach (var table in Tables.All.Except([Tables.Settings]))
        {
            Assert.Equal(await old.Rows(table), await back.Rows(table));
        }

        Assert.NotEmpty(await back.Rows(Tables.Outbox));
        Assert.NotEmpty(await back.Rows(Tables.Due));
        Assert.NotEmpty(await back.Rows(Tables.Audit));
        Assert.Equal(old.Log.Entries, back.Log.Entries);
    }

    [Fact]
    public async Task Papers_and_seeds_open_with_the_new_hosts_key_and_no_other()
    {
        var old = await Filled();
        var there = new Host(2);

        await Import(there, (await old.Export()).File);

        await using var paper = (await there.Place.Papers.Open(new DocumentKey(Id.Value, "p-1")))!;
        using var read = new MemoryStream();
        await paper.CopyToAsync(read);
        Assert.Equal(Letter, read.ToArray());
        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await new DocumentVault(there.Documents, old.Own).Open(new DocumentKey(Id.Value, "p-1")));
        var trial = (await TrialVerification.Find(there.Store, TrialUnderTest.Id.Value))!;
        Assert.Equal(trial.Seal, new TrialKeys(there.Keys, RandomSeeds.Instance).SeedOf(trial).Seal);
        Assert.Equal(32, new TrialKeys(there.Keys, RandomSeeds.Instance).PeopleKeyOf(trial).Length);
        Assert.Throws<StorageUnavailableException>(() => new TrialKeys(there.Own, RandomSeeds.Instance).SeedOf(trial));
    }

    [Fact]
    public async Task Work_goes_on_where_it_was_and_messages_leave_once()
    {
        var old = await Filled();
        var there = new Host(2);
        await Import(there, (await old.Export()).File);

        using var here = new CaseworkUnderTest(there.Store) { Now = Then };
        await here.Pass(Duration.FromDays(2));
        await here.Delivery.Run(here.Now);

        Assert.NotEmpty(here.Delivered);
        Assert.Equal(here.Delivered.Distinct(), here.Delivered);
        await here.Done(Worker, new TermCommand.AddNote("Came early."));
        Assert.Null((await Verification.Run(there.Store, papers: there.Place.Papers)).Fault);

        // And where it was nothing happens any more.
        var stopped = new StandstillStore(old.Store, TimeProvider.System);
        using var still = new CaseworkUnderTest(stopped) { Now = here.Now };
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => still.Do(Worker, new TermCommand.AddNote("Came early.")));
        Assert.Contains("was exported on", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => still.Delivery.Run(still.Now));
        Assert.Empty(still.Delivered);
        Assert.Contains("was exported", (await Assert.ThrowsAsync<MoveException>(() => old.Export())).Message, StringComparison.Ordinal);
        Assert.True(await ProgrammeExport.Resume(old.Store));
        Assert.False(await ProgrammeExport.Resume(old.Store));
    }

    [Fact]
    public async Task What_has_a_fault_is_not_exported_and_goes_on_where_it_is()
    {
        var old = await Filled();
        await old.Store.Commit(new TableTransaction(Tables.Register, "stray", [new RowChange.Upsert("stray", new Dictionary<string, object>())]), []);

        Assert.Contains("does not match the events", (await Assert.ThrowsAsync<MoveException>(() => old.Export())).Message, StringComparison.Ordinal);

        Assert.Null(await Standstill.Of(old.Store));
        await Rebuilding.Run(old.Store);
        await Assert.ThrowsAsync<IOException>(() => new ProgrammeExport(old.Place, "{}", [], TimeProvider.System).Run(_ => throw new IOException("The disk is full.")));
        Assert.Null(await Standstill.Of(old.Store));
    }

    [Fact]
    public async Task A_place_that_is_not_empty_is_left_alone()
    {
        var file = (await (await Filled()).Export()).File;
        var there = await Filled();
        var rows = await there.Rows(Tables.Agreements);

        Assert.Contains("There is a programme here already", (await Assert.ThrowsAsync<MoveException>(() => Import(there, file))).Message, StringComparison.Ordinal);

        Assert.Equal(rows, await there.Rows(Tables.Agreements));
        Assert.Null(await Standstill.Of(there.Store));
        var papers = new Host(4);
        papers.Documents.Put(new DocumentKey("DV-1", "a"), [1], Then);
        Assert.Contains("(papers)", (await Assert.ThrowsAsync<MoveException>(() => Import(papers, file))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_broke_off_anywhere_goes_on_with_the_same_file_and_with_no_other()
    {
        var old = await Filled();
        var (manifest, file) = await old.Export();
        var counting = new DyingStore(new InMemoryTableStore());
        await Import(new Host(2, counting), file);
        for (var at = 1; at <= counting.Commits; at += 3)
        {
            var disk = new InMemoryTableStore();
            var dying = new Host(2, new DyingStore(disk) { DiesAt = at, AfterIt = at % 2 == 0 });
            await Assert.ThrowsAnyAsync<Exception>(() => Import(dying, file));
            var alive = dying.Again(disk);
            if (await Standstill.Of(disk) is { } standstill)
            {
                Assert.Equal(StandstillCause.Importing, standstill.Cause);
                await Assert.ThrowsAsync<StorageUnavailableException>(async () => await new StandstillStore(disk, TimeProvider.System).Get(Tables.Settings, "a", "b"));
                Assert.True(await ProgrammeExport.Resume(old.Store));
                var other = (await old.Export()).File;
                Assert.Contains("is not finished", (await Assert.ThrowsAsync<MoveException>(() => Import(alive, other))).Message, StringComparison.Ordinal);
                Assert.Equal(manifest.Digest, (await Import(alive, file)).Digest);
            }

            Assert.Null(await Standstill.Of(disk));
        }
    }

    [Fact]
    public async Task A_process_asks_once_in_half_a_minute_whether_the_programme_stands_still()
    {
        var disk = new InMemoryTableStore();
        var counted = new CountingReads(disk);
        var time = new HandTime();
        var store = new StandstillStore(counted, time);
        for (var read = 0; read < 10; read++)
        {
            await store.Get(Tables.Due, "a", "b");
        }

        Assert.Equal(1, counted.OfSettings);
        await new Standstill(StandstillCause.Rebuilding, Then).Begin(disk);
        await store.Get(Tables.Due, "a", "b");
        time.Ticks += StandstillStore.Recheck.Ticks;
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await store.Get(Tables.Due, "a", "b"));
        Assert.Contains("is being made again here since 4 March 2026, 10:00 UTC", refused.Message, StringComparison.Ordinal);
        await Standstill.End(disk);
        time.Ticks += StandstillStore.Recheck.Ticks;
        await store.Get(Tables.Due, "a", "b");
    }

    private static async Task<VerificationReport> Import(Host host, byte[] file)
    {
        var import = new ProgrammeImport(_ => Task.FromResult<Stream>(new MemoryStream(file)));
        return await import.Into(host.Place, await import.Check(), Then);
    }

    /// <summary>Two cases, a trial that is open, a paper, messages that wait, a look at a record, a draft of a row, something destroyed.</summary>
    internal static async Task<Host> Filled()
    {
        var host = new Host(1);
        using (var casework = new CaseworkUnderTest(host.Store))
        {
            await casework.Signed();
            await casework.Done(Officer, Referral(new AgreementId("DV-2")), new AgreementId("DV-2"));
            await host.Place.Papers.Put(new DocumentKey(Id.Value, "p-1"), new MemoryStream(Letter));
            await casework.Done(Worker, new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Text, Letter.Length, Convert.ToHexStringLower(SHA256.HashData(Letter))));
            await casework.Done(Worker, casework.Meeting("m-1"));
        }

        using (var trial = new TrialUnderTest(host.Store, keys: host.Keys))
        {
            await trial.Open();
        }

        await new AccessLog(host.Store).Record(Id, Sergeant, Then, "{\"quoted\": true}", "record");
        await host.Store.Commit(new TableTransaction(Tables.Drafts, "officer:o1", [new RowChange.Upsert("d-1", new Dictionary<string, object> { ["text"] = "Half a \"name\" \u00e9\ud83d\ude00", ["count"] = 3L, ["sent"] = false })]), []);
        host.Log.Entries.Add(new DestructionEntry(Then, DestroyedKind.Drafts, null, 2, null));
        Assert.Null((await Verification.Run(host.Store, papers: host.Place.Papers)).Fault);
        return host;
    }

    private sealed class CountingReads(ITableStore inner) : PassingStore(inner)
    {
        public int OfSettings { get; private set; }

        public override ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default)
        {
            OfSettings += table == Tables.Settings ? 1 : 0;
            return base.Get(table, partition, row, cancellation);
        }
    }

    private sealed class HandTime : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;
    }
}
