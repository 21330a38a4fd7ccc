using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Documents;
using Diversion.Casework.Feeds;
using Diversion.Casework.Keeping;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.CustodyMatches;
using Diversion.Domain.Documents;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Keeping;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;
using Diversion.Storage.Compliance;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Keeping;

/// <summary>After an erasure the store has nothing of the person, and everything that counts.</summary>
public sealed class ErasureTests : IDisposable
{
    /// <summary>Each is typed somewhere in the case.</summary>
    private static readonly string[] Marks =
    [
        "Markwell", "markwell", "Zebedee", "MARK/77", "2020/0000009N", "mark-alias", "mark-victim", "mark-note", "mark-reason", "mark-paper", "mark-look", "mark-risk", "mark-views", "CRI/MARK",
    ];

    private readonly StoppingStore stopping;
    private readonly CaseworkUnderTest casework;
    private readonly InMemoryDocumentStore papers = new();
    private readonly CustodyMatchService matches;
    private readonly Copies copies = new();
    private readonly TableDestructionLog log;
    private readonly Erasing erasing;
    private readonly StreamCache cache = new(0);

    public ErasureTests()
    {
        stopping = new StoppingStore(new InMemoryTableStore());
        casework = new CaseworkUnderTest(stopping);
        log = new TableDestructionLog(new InMemoryTableStore());
        matches = new CustodyMatchService(stopping, cache, casework.Service, casework);
        erasing = new Erasing(stopping, casework.Service, matches, papers, log, new NoErasedSpace(), new AccessLog(stopping), new FeedLog(stopping), [copies]);
    }

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task Nothing_of_the_person_is_left_and_everything_that_counts_is()
    {
        await Ended();
        Assert.All(Marks, mark => Assert.Contains(mark, All(), StringComparison.Ordinal));
        var (figures, evaluation) = (Row(Tables.Figures), Row(Tables.Evaluation));
        await Order();

        Assert.Equal(1, await erasing.Finish(casework.Now));

        Assert.All(Marks, mark => Assert.DoesNotContain(mark, All(), StringComparison.Ordinal));
        Assert.Equal(figures, Row(Tables.Figures));
        Assert.Equal(evaluation, Row(Tables.Evaluation));
        var report = await Verification.Run(stopping);
        Assert.Null(report.Fault);
        Assert.Equal((0, 0), await Rebuilding.Run(stopping) is var rebuilt ? (rebuilt.Written, rebuilt.Removed) : default);
        Assert.Empty(papers.Bytes);
        var entry = Assert.Single(await log.All());
        Assert.Equal((Id.Value, "l1", ErasureGround.PersonAsked, "R-1", AgreementStatus.NotEligible), (entry.Agreement, entry.ById, entry.Ground, entry.Request, entry.Status));
        Assert.Contains("Zebedee Markwell", copies.Person!.Marks);
        Assert.NotEmpty(copies.Person.Messages);
        var state = (await casework.Service.Find(Id))!;
        Assert.True(state.IsErased);
        Assert.Equal(KeepingState.ErasedName, state.Referral.Person.Name);
        Assert.Equal(state.Referral.Person.BornOn.PlusYears(30), WorkingDay(state.Referral.ReferredAt));
        Assert.Equal(0, await erasing.Finish(casework.Now));
    }

    /// <summary>The process is killed before each of its writes in turn.</summary>
    [Fact]
    public async Task Stopped_at_any_write_it_is_finished_by_the_next_try()
    {
        await Ended();
        await Order();
        var writes = 0;
        for (var stop = 0; ; stop++)
        {
            stopping.After = stop;
            try
            {
                await erasing.Finish(casework.Now);
                break;
            }
            catch (StorageUnavailableException)
            {
                writes++;
            }
        }

        stopping.After = null;
        await erasing.Finish(casework.Now);
        Assert.True(writes >= 5, $"Only {writes} writes were stopped.");
        Assert.All(Marks, mark => Assert.DoesNotContain(mark, All(), StringComparison.Ordinal));
        Assert.Null((await Verification.Run(stopping)).Fault);
        Assert.Equal((0, 0), await Rebuilding.Run(stopping) is var rebuilt ? (rebuilt.Written, rebuilt.Removed) : default);
    }

    [Fact]
    public async Task What_is_left_cannot_be_changed_unseen_and_a_half_erasure_is_told()
    {
        await Ended();
        await Order();
        await erasing.Finish(casework.Now);
        var erased = (await stopping.Get(Tables.Agreements, Id.Value, "e:00000001"))!;
        var changed = erased.Properties.ToDictionary();
        changed["data"] = erased.Text("data").Replace("Erased", "Somebody", StringComparison.Ordinal);
        await stopping.Commit(new TableTransaction(Tables.Agreements, Id.Value, [new RowChange.Upsert(erased.Row, changed)]), []);

        Assert.Contains("was changed afterwards", (await Verification.Run(stopping)).Fault, StringComparison.Ordinal);

        await stopping.Commit(new TableTransaction(Tables.Agreements, Id.Value, [new RowChange.Upsert(erased.Row, erased.Properties), new RowChange.Delete($"e:{(await casework.Service.Find(Id))!.Version:D8}")]), []);
        Assert.Contains("begun and not finished", (await Verification.Run(stopping)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_from_before_is_erased_again_and_another_case_is_left_alone()
    {
        await Ended();
        var other = new AgreementId("DV-7K3M9-2QX4P");
        await casework.Eligible(other);
        await log.Add(new DestructionEntry(casework.Now, DestroyedKind.Record, Id.Value, 1, "l1", ErasureGround.RetentionOver, null, AgreementStatus.Completed));
        await log.Add(new DestructionEntry(casework.Now, DestroyedKind.Record, "DV-99999-99999", 1, "l1", ErasureGround.RetentionOver, null, AgreementStatus.Completed));

        Assert.Equal(1, await erasing.Repeat(casework.Now));

        Assert.All(Marks, mark => Assert.DoesNotContain(mark, All(), StringComparison.Ordinal));
        Assert.Equal(AgreementStatus.Completed, (await casework.Service.Find(Id))!.Status);
        Assert.Equal("Pat Participant", (await casework.Service.Find(other))!.Referral.Person.Name);
        Assert.Equal(0, await erasing.Repeat(casework.Now));
        Assert.Null((await Verification.Run(stopping)).Fault);
    }

    private async Task Ended()
    {
        await casework.Done(Officer, Referral() with
        {
            Person = new Person("Zebedee Markwell", new LocalDate(1995, 5, 17), Sex.Male, Address: "1 mark-note Road", Ward: "Elvet", District: "County Durham", Email: "markwell@example.org", ContactConsent: true, PncId: "2020/0000009N") { Aliases = "mark-alias" },
            Offence = new Offence("Took goods from a mark-note shop", "theft", new LocalDate(2026, 2, 20), OffenceClass.EitherWay, District: "County Durham") { CrimeNumber = "CRI/MARK" },
            CustodyReference = "MARK/77",
        });
        await casework.Done(Officer, new ReferralCommand.RecordStaffRisk("mark-risk"));
        await casework.Done(Officer, new VictimCommand.RecordVictim(true, Name: "mark-victim"));
        await casework.Done(Officer, new VictimCommand.RecordVictimViews("mark-views", false));
        await matches.Receive(new UnreferencedNotice("N-1", CustodyNoticeKind.Arrest, new LocalDate(2026, 3, 2), Name: "Zebedee Markwell", BornOn: new LocalDate(1995, 5, 17), PncId: "2020/0000009N"), new Actor("feed", "Feed", Role.Feed), casework.Now);
        await casework.Done(Officer, new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Text, 3, new string('a', 64), "mark-paper"));
        papers.Put(new DocumentKey(Id.Value, "p-1"), "abc"u8.ToArray(), casework.Now);
        await casework.Done(Officer, new TermCommand.AddNote("mark-note"));
        await new AccessLog(stopping).Record(Id, Worker, casework.Now, "mark-look at Markwell", "record");
        await casework.Done(Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], true, AdmissionAnswer.Full, true, 0)));
        await casework.Done(Officer, new ReferralCommand.FindNotEligible { Reason = "mark-reason" });
        await casework.Do(Officer, new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone, new LocalDate(2026, 3, 3), "Olu Officer", "mark-views"));
        await casework.Do(Officer, new VictimCommand.ReferVictimToSupport(ToldHow.Telephone, new LocalDate(2026, 3, 3), "Olu Officer", "mark-views"));
        await casework.Do(Officer, new TermCommand.RecordCaseOutcome(CaseResult.Charged, "1", new LocalDate(2026, 3, 3)));
        foreach (var news in (await casework.Service.Find(Id))!.News.Where(news => news.Told is null))
        {
            await casework.Do(Officer, new TellingCommand.TellPerson(news.Id, ToldHow.Telephone, casework.Now, Said: "mark-note"));
        }
    }

    private async Task Order()
    {
        Assert.Equal("", string.Join(' ', (await casework.Service.Find(Id))!.Obligations.Select(open => open.Id)));
        await OrderNow();
    }

    private Task OrderNow() => casework.Done(Lead, new KeepingCommand.EraseRecord(ErasureGround.PersonAsked, "R-1"));

    private static LocalDate WorkingDay(Instant at) => Diversion.Domain.Time.WorkingCalendar.DateOf(at);

    private string Row(string table) => string.Join('\n', Scan(table).Where(row => row.Row.Contains(Id.Value, StringComparison.Ordinal)).Select(Text));

    private string All() => string.Join('\n', Tables.All.SelectMany(Scan).Select(Text));

    private List<TableRow> Scan(string table) => stopping.Scan(table).ToBlockingEnumerable().ToList();

    private static string Text(TableRow row) =>
        new StringBuilder($"{row.Partition} {row.Row} ").AppendJoin(' ', row.Properties.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}")).ToString();

    /// <summary>Fails each commit after so many.</summary>
    private sealed class StoppingStore(ITableStore inner) : PassingStore(inner)
    {
        private int made;

        public int? After
        {
            get;
            set
            {
                field = value;
                made = 0;
            }
        }

        public override ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default) =>
            After is { } most && made++ >= most ? throw new StorageUnavailableException("Stopped.") : base.Commit(first, following, cancellation);
    }

    private sealed class Copies : IPersonCopies
    {
        public ErasedPerson? Person { get; private set; }

        public ValueTask Delete(ErasedPerson person, CancellationToken cancellation = default)
        {
            Person = person;
            return ValueTask.CompletedTask;
        }
    }
}
