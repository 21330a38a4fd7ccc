using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Feeds;
using Diversion.Casework.Keeping;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Keeping;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Local.Backups;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using NodaTime;

namespace Diversion.Local.Tests.Keeping;

/// <summary>A data folder after an erasure, byte for byte; and one that was restored from a backup of before.</summary>
public sealed class ErasedFolderTests : IDisposable
{
    private static readonly string[] Marks = ["Markwell", "markwell@example.org", "MARK/77", "2020/0000009N", "mark-note"];
    private static readonly AgreementId Id = AgreementIds.FromCustodyReference("MARK/77");
    private static readonly Actor Officer = new("o1", "Olu Officer", Role.PoliceOfficer, "north");
    private static readonly Actor Lead = new("lead", "Lee Lead", Role.ProgrammeLead);

    private readonly TemporaryFolder home = new();

    private string Data => home.File("data");

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task No_byte_of_the_person_is_left_in_any_file_and_a_backup_from_before_is_brought_up_to_date()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        await using (var folder = await Open(Data))
        {
            await Fill(folder, now);
        }

        Assert.All(Marks, mark => Assert.NotEmpty(FilesWith(Data, mark)));
        await new BackupWriter(Data, TimeProvider.System).Write(home.File("before.backup"), null);

        await using (var folder = await Open(Data))
        {
            using var casework = new Casework(folder);
            await casework.Do(Lead, new KeepingCommand.EraseRecord(ErasureGround.PersonAsked), now);
            Assert.Equal(1, await casework.Erasing.Finish(now));

            // Before the folder is closed: the log of the database is part of it.
            Assert.All(Marks, mark => Assert.Empty(FilesWith(Data, mark)));
            Assert.Null((await Verification.Run(folder.Store)).Fault);
            Assert.Single(Directory.GetFiles(Path.Combine(Data, "feeds", "custody-notices", "done")));
        }

        Assert.All(Marks, mark => Assert.Empty(FilesWith(Data, mark)));
        Assert.Contains("\"personAsked\"", File.ReadAllText(FileDestructionLog.PathIn(Data)), StringComparison.Ordinal);

        var again = home.File("again");
        await new BackupReader(home.File("before.backup"), null).Unpack(again);
        Assert.NotEmpty(FilesWith(again, "Markwell"));
        await RestoredFolder.Merge(again, FileDestructionLog.PathIn(Data), default);
        await using (var restored = await Open(again))
        {
            Assert.All(Marks, mark => Assert.Empty(FilesWith(again, mark)));
            Assert.Null((await Verification.Run(restored.Store)).Fault);
            Assert.Equal((0, 0), await Rebuilding.Run(restored.Store) is var rebuilt ? (rebuilt.Written, rebuilt.Removed) : default);
            using var casework = new Casework(restored);
            Assert.Equal((true, AgreementStatus.NotEligible), (await casework.Service.Find(Id))! is var state ? (state.IsErased, state.Status) : default);
        }
    }

    [Fact]
    public async Task The_log_survives_a_line_that_was_cut_short_and_says_which_line_is_damaged()
    {
        var log = new FileDestructionLog(home.Path, home.File("apart.log"));
        var entry = new DestructionEntry(Instant.FromUtc(2026, 3, 5, 10, 0), DestroyedKind.Record, "DV-7K3M9-2QX4P", 1, "lead", ErasureGround.Ordered, "R-1", AgreementStatus.Completed);
        await log.Add(entry);
        await File.AppendAllTextAsync(FileDestructionLog.PathIn(home.Path), "{\"at\":\"2026-");
        Assert.Equal(entry, Assert.Single(await log.All()));
        await log.Add(entry with { Request = "R-2" });
        Assert.Equal(["R-1", "R-2"], (await log.All()).Select(one => one.Request));

        File.Delete(FileDestructionLog.PathIn(home.Path));
        Assert.Equal(2, (await log.All()).Count);

        await File.WriteAllTextAsync(home.File("apart.log"), "{}\nno line of ours\n");
        var fault = await Assert.ThrowsAsync<Diversion.Casework.Storage.StorageUnavailableException>(async () => await log.All());
        Assert.Contains("Line 1 of the destruction log", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_is_not_there_is_said_before_anybody_relies_on_it()
    {
        var fault = await Assert.ThrowsAsync<Faults.CannotGoOnException>(() => RestoredFolder.Merge(home.Path, home.File("none.log"), default));
        Assert.Contains("There is no file", fault.Message, StringComparison.Ordinal);
    }

    private async Task Fill(ProgrammeFolder folder, Instant now)
    {
        using var casework = new Casework(folder);
        var vault = new DocumentVault(new FolderDocumentStore(folder.Path), new WrappingKey(Keys.OfPapers(folder.Path)));
        var today = Diversion.Domain.Time.WorkingCalendar.DateOf(now);
        await casework.Do(Officer, new ReferralCommand.Refer(
            Id,
            new Person("Zebedee Markwell", new LocalDate(1995, 5, 17), Sex.Male, Email: "markwell@example.org", ContactConsent: true, PncId: "2020/0000009N"),
            new Offence("Took goods", "theft", today.PlusDays(-20), OffenceClass.EitherWay),
            Officer.AsStaff() with { Email = "olu@example.org" },
            "MARK/77"), now);
        await casework.Do(Officer, new TermCommand.AddNote("mark-note"), now);
        await vault.Put(new DocumentKey(Id.Value, "p-1"), new MemoryStream("mark-note in a paper"u8.ToArray()));
        await casework.Do(Officer, new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Text, 20, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("mark-note in a paper"u8))), now);
        await casework.Do(Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], true, AdmissionAnswer.Full, true, 0)), now);
        await casework.Do(Officer, new ReferralCommand.FindNotEligible { Reason = "mark-note" }, now);
        await casework.Do(Officer, new TermCommand.RecordCaseOutcome(CaseResult.Charged, "1", today), now);

        var mail = Path.Combine(folder.Path, "mail", "2026-03-05");
        Directory.CreateDirectory(mail);
        var waiting = folder.Store.Query(new("agreements", Id.Value, "o:", "o;")).AsTask().Result.Rows;
        Assert.NotEmpty(waiting);
        File.WriteAllText(Path.Combine(mail, $"{waiting[0].Row[2..]}.eml"), "To: Zebedee Markwell <markwell@example.org>");
        var texts = Directory.CreateDirectory(Path.Combine(folder.Path, "texts", "2026-03-05")).FullName;
        File.WriteAllText(Path.Combine(texts, $"{waiting[0].Row[2..]}.txt"), "+447700900000\n\nZebedee Markwell, your meeting is tomorrow.\n");
        var done = Directory.CreateDirectory(Path.Combine(folder.Path, "feeds", "custody-notices", "done")).FullName;
        File.WriteAllText(Path.Combine(done, "theirs.json"), """{"items":[{"id":"N-1","name":"Zebedee Markwell"}]}""");
        File.WriteAllText(Path.Combine(done, "others.json"), """{"items":[{"id":"N-2","name":"Somebody Else"}]}""");
    }

    private static Task<ProgrammeFolder> Open(string path) => ProgrammeFolder.Open(path, ShippedSchemes.Load(null), null);

    private static string[] FilesWith(string folder, string text) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal) && Contains(file, Encoding.UTF8.GetBytes(text)))];

    private static bool Contains(string file, byte[] text)
    {
        using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[read.Length];
        read.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(text) >= 0;
    }

    private sealed class Casework : IDisposable
    {
        private readonly StreamCache cache = new(10);

        public Casework(ProgrammeFolder folder)
        {
            var listeners = new ChangeListeners();
            Service = new CaseworkService(folder.Store, cache, folder.Rulebook, listeners);
            Erasing = new Erasing(
                folder.Store, Service, new CustodyMatchService(folder.Store, cache, Service, listeners), new FolderDocumentStore(folder.Path),
                FileDestructionLog.Of(folder.Path), folder.Store, new AccessLog(folder.Store), new FeedLog(folder.Store), FolderCopies.Of(folder.Path));
        }

        public CaseworkService Service { get; }

        public Erasing Erasing { get; }

        public async Task Do(Actor by, AgreementCommand command, Instant at)
        {
            var outcome = await Service.Execute(Id, command with { By = by, At = at, Reason = command.Reason ?? "because" });
            Assert.True(outcome is Outcome.Accepted, $"{command.GetType().Name}: {(outcome as Outcome.Refused)?.Refusal.Message}");
        }

        public void Dispose() => cache.Dispose();
    }
}
