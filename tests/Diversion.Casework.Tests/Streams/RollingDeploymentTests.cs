using Diversion.Casework.Maintenance;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Streams.MadeUp;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Casework.Tests.Streams;

/// <summary>
/// While a new version is rolled out, or rolled back, processes of both work on one store: snapshots of either form, and events
/// that only one of them knows.
/// </summary>
public sealed class RollingDeploymentTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache none = new(0);
    private readonly ParcelService earlier;
    private readonly ParcelService later;

    public RollingDeploymentTests()
    {
        earlier = new ParcelService(casework.Store, none, casework, ParcelKind.Earlier);
        later = new ParcelService(casework.Store, none, casework);
    }

    private Instant Tomorrow => casework.Now + Duration.FromDays(1);

    public void Dispose()
    {
        casework.Dispose();
        none.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_goes_on_with_what_the_other_wrote(bool earlierFirst)
    {
        var (first, second) = earlierFirst ? (earlier, later) : (later, earlier);
        await Do(first, "p-1", new ParcelCommand.Send(Tomorrow));
        await Do(second, "p-1", new ParcelCommand.TimePassed(), Tomorrow);

        Assert.Equal(new ParcelState(2, Tomorrow, true), await first.Find(new ParcelId("p-1")));
        Assert.Equal(await first.Find(new ParcelId("p-1")), await second.Find(new ParcelId("p-1")));
        Assert.Null((await Verification.Run(casework.Store, new StreamKinds(ParcelKind.Instance))).Fault);
    }

    [Fact]
    public async Task What_only_the_later_one_knows_the_earlier_one_leaves_alone_and_says_why()
    {
        await Do(later, "p-1", new ParcelCommand.Send(Tomorrow));
        await Do(later, "p-1", new ParcelCommand.Delay(Tomorrow + Duration.FromHours(1)));
        await Do(later, "p-2", new ParcelCommand.Send(Tomorrow));

        var told = await Assert.ThrowsAsync<StreamBrokenException>(async () => await Do(earlier, "p-1", new ParcelCommand.Delay(Tomorrow)));
        Assert.Contains("version", told.Message, StringComparison.Ordinal);

        // It holds up no other, and is not forgotten: the later one does it.
        var at = Tomorrow + Duration.FromHours(2);
        await Sweep(earlier).Run(at);
        Assert.True((await earlier.Find(new ParcelId("p-2")))!.IsThere);
        Assert.False((await later.Find(new ParcelId("p-1")))!.IsThere);
        await Sweep(later).Run(at + Duration.FromHours(1));
        Assert.True((await later.Find(new ParcelId("p-1")))!.IsThere);
        Assert.Null((await Verification.Run(casework.Store, new StreamKinds(ParcelKind.Instance))).Fault);
    }

    private DueSweep Sweep(ParcelService service) => new(casework.Store, new StreamServices(service), NullLogger<DueSweep>.Instance);

    private async Task Do(ParcelService service, string id, ParcelCommand command, Instant? at = null) =>
        Assert.IsType<Outcome<ParcelState>.Accepted>(await service.Execute(new ParcelId(id), command with { By = CaseworkUnderTest.Officer, At = at ?? casework.Now }));
}
