using Diversion.Casework.Agreements;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Streams.MadeUp;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Casework.Tests.Streams;

/// <summary>The machinery serves any kind of stream: here a made-up one, in the same store as agreements.</summary>
public sealed class StreamServiceTests : IDisposable
{
    private static readonly ParcelId Id = new("p-1");
    private static readonly StreamKinds Both = new(AgreementKind.Instance, ParcelKind.Instance);
    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(10);
    private readonly ParcelService parcels;
    private readonly StreamServices services;

    public StreamServiceTests()
    {
        parcels = new ParcelService(casework.Store, cache, casework);
        services = new StreamServices(casework.Service, parcels);
    }

    private Instant Tomorrow => casework.Now + Duration.FromDays(1);

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task A_command_writes_event_snapshot_and_rows_under_the_kinds_name()
    {
        await Send();

        Assert.Equal(["e:00000001", "s"], (await casework.Rows(Tables.Streams)).Select(row => row.Row));
        Assert.All(await casework.Rows(Tables.Streams), row => Assert.Equal("parcel:p-1", row.Partition));
        Assert.Equal("p-1", Assert.Single(await casework.Rows(Tables.Due)).Text("parcel"));
        Assert.Equal("on its way", Assert.Single(await casework.Rows(Tables.Referrals)).Partition);
        Assert.Empty(await casework.Rows(Tables.Agreements));
        Assert.Equal((ParcelKind.Instance, Tomorrow), (casework.Changes[^1].Stream.Kind, casework.Changes[^1].NextDue));
    }

    [Fact]
    public async Task Access_key_and_version_are_checked_as_for_agreements()
    {
        await Send();
        var delay = new ParcelCommand.Delay(Tomorrow + Duration.FromHours(1)) { At = casework.Now };
        var options = new ExecuteOptions(IdempotencyKey: "key-00000001");

        Assert.IsType<Outcome<ParcelState>.Refused>(await parcels.Execute(Id, delay with { By = new Actor("a", "A", Role.Analyst) }));
        Assert.IsType<Outcome<ParcelState>.Stale>(await parcels.Execute(Id, delay, new ExecuteOptions(ExpectedVersion: 7)));
        var first = Assert.IsType<Outcome<ParcelState>.Accepted>(await parcels.Execute(Id, delay, options));
        var again = Assert.IsType<Outcome<ParcelState>.Accepted>(await parcels.Execute(Id, delay, options));
        Assert.Equal((false, true), (first.Repeated, again.Repeated));
        Assert.Equal(first.Then, again.Then);
        Assert.Equal("on its way", again.Then.Status);
    }

    [Fact]
    public async Task Time_passes_on_both_kinds_and_messages_leave()
    {
        await Send();
        await casework.Signed();
        var version = (await casework.Service.Find(CaseworkUnderTest.Id))!.Version;
        casework.Now += Duration.FromDays(3);

        await new DueSweep(casework.Store, services, NullLogger<DueSweep>.Instance).Run(casework.Now);
        await new OutboxDelivery(casework.Store, services, new MailRenderer(), casework, casework, NullLogger<OutboxDelivery>.Instance).Run(casework.Now);

        Assert.True((await parcels.Find(Id))!.IsThere);
        Assert.True((await casework.Service.Find(CaseworkUnderTest.Id))!.Version > version);
        Assert.Contains("parcel.p-1.2.1", casework.Delivered);
        Assert.DoesNotContain(await casework.Rows(Tables.Due), row => row.TextOrNull("parcel") is not null);
        Assert.Null((await Verification.Run(casework.Store, Both)).Fault);
    }

    [Fact]
    public async Task A_message_that_is_given_up_goes_to_its_own_kind()
    {
        await Send();
        casework.Now = Tomorrow;
        Assert.True(await parcels.PassTime(Id.Value, casework.Now));
        casework.DeliveryFault = new DeliveryFailedException("never", isFinal: true);

        await new OutboxDelivery(casework.Store, services, new MailRenderer(), casework, casework, NullLogger<OutboxDelivery>.Instance).Run(casework.Now);

        Assert.Equal(["parcel.p-1.2.1"], parcels.GivenUp);
    }

    [Fact]
    public async Task A_sweep_without_the_kind_leaves_it_for_the_program_that_has_it()
    {
        await Send();
        casework.Now = Tomorrow;

        Assert.Equal(1, await casework.Sweep.Run(casework.Now));

        Assert.False((await parcels.Find(Id))!.IsThere);
        var later = Assert.Single(await casework.Rows(Tables.Due));
        Assert.Equal($"{Sortable.Ascending(casework.Now + Duration.FromHours(1))}|parcel:p-1", later.Row);
    }

    [Fact]
    public async Task What_is_overdue_is_found_in_every_kind()
    {
        await Send();
        await casework.Signed();

        var found = await new OverdueStreams(casework.Store, services, new NoUnfinishedCommits()).Find(casework.Now + Duration.FromDays(3));

        Assert.Equal(["DV", "pa"], found.Select(stream => stream.Partition[..2]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("streams", "parcel:p-1", "e:00000001")]
    [InlineData("streams", "parcel:p-1", "s")]
    [InlineData("referrals", "on its way", null)]
    [InlineData("due", null, null)]
    public async Task Verify_finds_what_is_missing_of_any_kind_and_rebuild_makes_it_again(string table, string? partition, string? row)
    {
        await casework.Signed();
        await Send();
        await parcels.Execute(Id, new ParcelCommand.Delay(Tomorrow + Duration.FromHours(1)) { At = casework.Now });
        Assert.Equal("1 agreement, 1 parcels", (await Verification.Run(casework.Store, Both)).Streams.ToString());

        var gone = (await casework.Rows(table)).First(found => (partition is null ? found.TextOrNull("parcel") is not null : found.Partition == partition) && (row is null || found.Row == row));
        await casework.Store.Commit(new TableTransaction(table, gone.Partition, [new RowChange.Delete(gone.Row)]), []);

        Assert.NotNull((await Verification.Run(casework.Store, Both)).Fault);
        if (row?.StartsWith("e:", StringComparison.Ordinal) != true)
        {
            Assert.Equal(1, (await Rebuilding.Run(casework.Store, Both)).Written);
            Assert.Null((await Verification.Run(casework.Store, Both)).Fault);
        }
    }

    [Fact]
    public async Task A_stream_of_an_unknown_kind_is_a_fault_in_words()
    {
        await Send();

        var others = new StreamKinds(AgreementKind.Instance, new OtherTable());
        var fault = await Assert.ThrowsAsync<StreamBrokenException>(() => Rebuilding.Run(casework.Store, others));

        Assert.Contains("parcel:p-1 is of a kind that this program does not know", fault.Message, StringComparison.Ordinal);
        Assert.Equal(fault.Message, (await Verification.Run(casework.Store, others)).Fault);
    }

    [Fact]
    public async Task Of_two_writers_the_second_decides_again()
    {
        await Send();
        using var other = new StreamCache(10);
        var sibling = new ParcelService(casework.Store, other, casework);
        Assert.NotNull(await sibling.Find(Id));
        await parcels.Execute(Id, new ParcelCommand.Delay(Tomorrow + Duration.FromHours(1)) { At = casework.Now });

        await sibling.Execute(Id, new ParcelCommand.Delay(Tomorrow + Duration.FromHours(2)) { At = casework.Now });

        Assert.Equal(3, (await sibling.Find(Id))!.Version);
        Assert.Null((await Verification.Run(casework.Store, Both)).Fault);
    }

    private async Task Send() =>
        Assert.IsType<Outcome<ParcelState>.Accepted>(await parcels.Execute(Id, new ParcelCommand.Send(Tomorrow) { At = casework.Now }));

    private sealed class OtherTable : StreamKind<ParcelState, Domain.Agreements.AgreementEvent>
    {
        public override string Name => "other";

        public override IReadOnlyList<string> ReadModels => [];

        public override EventCatalogue<AgreementEvent> Events => AgreementEvents.Catalogue;

        public override string Called(long count) => "others";

        public override ParcelState Evolve(ParcelState? state, AgreementEvent happened) => state!;

        public override Instant? NextDue(ParcelState state) => null;

        protected override void AddRows(ParcelState state, List<Casework.ReadModels.ReadModelRow> rows)
        {
        }
    }
}
