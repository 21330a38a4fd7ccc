using Diversion.Casework;
using Diversion.Casework.Storage;
using Diversion.Functions.Tests.Hosting;
using Diversion.Functions.Triggers;
using Diversion.Storage.Compliance;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;

namespace Diversion.Functions.Tests.Triggers;

public sealed class OverdueSweepTests
{
    private readonly Mock<DurableTaskClient> client = new("test");
    private readonly InMemoryTableStore store = new();

    [Fact]
    public async Task Missed_agreements_are_woken()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read(), store);
        var forgotten = await Referrals.Make(app, "CU-1", Duration.FromDays(10));
        await Referrals.Make(app, "CU-2", Duration.Zero);

        await Sweep(app);

        client.Verify(
            hub => hub.ScheduleNewOrchestrationInstanceAsync(
                It.IsAny<TaskName>(), It.IsAny<object?>(), It.Is<StartOrchestrationOptions>(start => start.InstanceId == forgotten.Value), It.IsAny<CancellationToken>()),
            Times.Once());
        client.Verify(
            hub => hub.ScheduleNewOrchestrationInstanceAsync(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<StartOrchestrationOptions>(), It.IsAny<CancellationToken>()),
            Times.Once());
    }

    [Fact]
    public async Task The_sweep_itself_changes_no_agreement()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read(), store);
        var forgotten = await Referrals.Make(app, "CU-1", Duration.FromDays(10));
        var before = (await app.Services.GetRequiredService<CaseworkService>().Find(forgotten))!.Version;
        await Sweep(app);
        Assert.Equal(before, (await app.Services.GetRequiredService<CaseworkService>().Find(forgotten))!.Version);
    }

    [Fact]
    public async Task Nobody_is_woken_when_nothing_was_forgotten()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read(), store);
        await Referrals.Make(app, "CU-1", Duration.Zero);
        await Sweep(app);
        client.Verify(
            hub => hub.ScheduleNewOrchestrationInstanceAsync(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<StartOrchestrationOptions>(), It.IsAny<CancellationToken>()),
            Times.Never());
    }

    private async Task Sweep(WorkerApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OverdueSweep>().Run(new TimerInfo(), client.Object, CancellationToken.None);
    }
}
