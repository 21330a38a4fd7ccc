using System.Diagnostics.Metrics;
using System.Reflection;
using Diversion.Casework.Delivery;
using Diversion.Casework.Storage;
using Diversion.Casework.Telemetry;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Operations;
using Diversion.Domain.Referral;
using Diversion.Storage.Compliance;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Telemetry;

public sealed class InstrumentsTests : IDisposable
{
    private readonly Listening listening = new();

    public void Dispose() => listening.Dispose();

    [Fact]
    public async Task Commands_are_counted_by_name_and_outcome()
    {
        using var casework = new CaseworkUnderTest();
        await casework.Done(Officer, Referral());
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false));
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false));
        await casework.Do(Officer, new ReferralCommand.ApproveEligibility());
        await casework.Do(Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false), new Diversion.Casework.Streams.ExecuteOptions(ExpectedVersion: 99));

        Assert.Equal(
            ["agreement refer accepted", "agreement record-check accepted", "agreement record-check unchanged", "agreement approve-eligibility refused", "agreement record-check stale"],
            listening.Of(Instruments.Commands).Select(one => one.Tags));
        Assert.All(listening.Of(Instruments.Commands), one => Assert.InRange(one.Value, 0, 60));
    }

    [Fact]
    public async Task A_command_that_fails_names_the_type_of_its_fault()
    {
        using var casework = new CaseworkUnderTest(new UnavailableStore());

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await casework.Done(Officer, Referral()));

        Assert.Equal(["agreement refer failed StorageUnavailableException"], listening.Of(Instruments.Commands).Select(one => one.Tags));
    }

    [Fact]
    public async Task Deliveries_are_counted_by_destination_and_outcome()
    {
        using var casework = new CaseworkUnderTest();
        await casework.Done(Officer, Referral());
        casework.DeliveryFault = new DeliveryFailedException("The mail server does not answer.");
        await casework.Delivery.Run(casework.Now);
        casework.DeliveryFault = null;
        await casework.Delivery.Run(casework.Now + Duration.FromMinutes(1));

        var tries = listening.Of(Instruments.Deliveries).Select(one => one.Tags).ToArray();
        Assert.Contains("notice failed", tries);
        Assert.Equal(tries.Count(one => one == "notice failed"), tries.Count(one => one == "notice sent"));
        Assert.DoesNotContain(tries, one => one.EndsWith("given-up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_is_measured_by_operation_and_table()
    {
        var store = new MeasuredStore(new InMemoryTableStore());

        await store.Get(Tables.Due, "1", "none");
        await store.Query(new TableQuery(Tables.Inbox, "lead"));
        await store.Commit(new TableTransaction(Tables.Settings, "a", [new RowChange.Upsert("b", new Dictionary<string, object>())]), []);
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await new MeasuredStore(new UnavailableStore()).Get(Tables.Due, "1", "none"));

        Assert.Equal(
            ["get due", "query inbox", "commit settings", "get due StorageUnavailableException"], listening.Of(Instruments.Store).Select(one => one.Tags));
    }

    [Fact]
    public void Each_instrument_says_its_unit_and_what_it_is()
    {
        var all = typeof(Instruments).GetProperties(BindingFlags.Static | BindingFlags.Public).Select(property => property.GetValue(null)).OfType<Instrument>().ToArray();

        Assert.NotEmpty(all);
        Assert.All(all, one => Assert.False(string.IsNullOrEmpty(one.Unit) || string.IsNullOrEmpty(one.Description), one.Name));
        Assert.Equal(all.Length, all.Select(one => one.Name).Distinct().Count());
    }
}
