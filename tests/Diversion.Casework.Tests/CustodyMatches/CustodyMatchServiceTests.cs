using System.Text.Json;
using Diversion.Casework.Agreements;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Feeds;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.CustodyMatches;
using Diversion.Storage.Compliance;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.CustodyMatches;

/// <summary>A notice without a reference beside the agreement that takes it.</summary>
public sealed class CustodyMatchServiceTests : IDisposable
{
    private static readonly Actor Feed = new("custody-north", "Custody North", Role.Feed);

    private readonly StreamCache cache = new(100);
    private readonly CaseworkUnderTest casework;
    private readonly CaseworkService agreements;
    private readonly CustodyMatchService matches;
    private readonly MeetingStore store = new(new Diversion.Storage.Compliance.InMemoryTableStore());

    public CustodyMatchServiceTests()
    {
        casework = new CaseworkUnderTest(store);
        agreements = new CaseworkService(store, cache, casework.Rulebook, casework);
        matches = new CustodyMatchService(store, cache, agreements, casework);
    }

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    /// <summary>The streams wait in shared places, so a notice and its case may well share one.</summary>
    [Fact]
    public async Task A_notice_that_waits_where_its_case_waits_is_passed_on_all_the_same()
    {
        await casework.Done(Officer, Referral());
        var notice = Enumerable.Range(0, 100_000).Select(number => Notice($"c-{number}")).First(one => Place(Of(one)) == Place(OwnStream));
        await matches.Receive(notice, Feed, casework.Now);

        var confirmed = await matches.Confirm(CustodyMatchIds.Of(notice), Id, Lead, casework.Now).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.IsType<Outcome<CustodyMatch>.Accepted>(confirmed);
        Assert.Equal(notice.NoticeId, Assert.Single((await agreements.Find(Id))!.EarlyNotices).Id);
    }

    [Fact]
    public async Task The_leads_are_told_when_it_comes_and_again_while_it_waits()
    {
        await casework.Done(Officer, Referral());
        await matches.Receive(Notice("c-1"), Feed, casework.Now);
        Assert.Equal(2, await Sent());

        var id = CustodyMatchIds.Of(Notice("c-1"));
        Assert.True(await matches.PassTime(id.Value, casework.Now + Duration.FromDays(1)));
        Assert.Equal(4, await Sent());
        await matches.Refuse(id, "Another person.", Lead, casework.Now + Duration.FromDays(1));
        Assert.False(await matches.PassTime(id.Value, casework.Now + Duration.FromDays(30)));

        async Task<int> Sent() => (await casework.Rows(Tables.Streams)).Count(row => row.Row.StartsWith(StreamRows.FirstMessage, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_case_keeps_who_sent_the_notice()
    {
        await casework.Done(Officer, Referral());
        await matches.Receive(Notice("c-1"), Feed, casework.Now);
        await matches.Confirm(CustodyMatchIds.Of(Notice("c-1")), Id, Lead, casework.Now);

        RecordedEvent<AgreementEvent>? last = null;
        await foreach (var recorded in agreements.Events(Id))
        {
            last = recorded.Event is NoReoffendingEvent.CustodyNoticeReceived ? recorded : last;
        }

        Assert.Equal(Feed, last!.By);
    }

    [Fact]
    public async Task Notices_without_a_reference_do_not_wait_for_each_other()
    {
        var intake = new FeedIntake(agreements, matches, new FeedLog(store), NullLogger<FeedIntake>.Instance);
        store.Meet = 2;

        var results = await intake.CustodyNotices([Item("c-1"), Item("c-2")], Feed, casework.Now);

        Assert.All(results, result => Assert.Equal(ItemOutcome.NotOurs, result.Outcome));
        Assert.True(store.Met);
    }

    private static JsonElement Item(string id) =>
        JsonDocument.Parse($$"""{"id":"{{id}}","kind":"arrest","occurredOn":"2026-03-02","name":"Nobody Known","bornOn":"1990-01-01"}""").RootElement;

    private static UnreferencedNotice Notice(string id) =>
        new(id, CustodyNoticeKind.Arrest, new LocalDate(2026, 3, 2), Name: "Pat Participant", BornOn: new LocalDate(1995, 5, 17));

    private static StreamId Of(UnreferencedNotice notice) => new(CustodyMatchKind.Instance, CustodyMatchIds.Of(notice).Value);

    /// <summary>As in <see cref="StreamCache"/>.</summary>
    private static uint Place(StreamId stream) => (uint)stream.Partition.GetHashCode(StringComparison.Ordinal) % 1024;

    /// <summary>Holds the first look for a person until as many are at it at once, or until it is clear that they are not.</summary>
    private sealed class MeetingStore(ITableStore inner) : PassingStore(inner)
    {
        private readonly TaskCompletionSource met = new();
        private int here;

        public int Meet { get; set; }

        public bool Met => met.Task.IsCompleted;

        public override async ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default)
        {
            if (Meet > 0 && query.Table == Tables.Search && !Met)
            {
                if (Interlocked.Increment(ref here) >= Meet)
                {
                    met.TrySetResult();
                }

                await Task.WhenAny(met.Task, Task.Delay(TimeSpan.FromSeconds(5), cancellation));
                Interlocked.Decrement(ref here);
            }

            return await base.Query(query, cancellation);
        }
    }
}
