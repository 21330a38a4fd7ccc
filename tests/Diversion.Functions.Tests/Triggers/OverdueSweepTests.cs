using Diversion.Casework.Agreements;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Domain.Time;
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

    /// <summary>Its workflow may have ended, since nothing but follow-up was to come: this is nothing that was missed.</summary>
    [Fact]
    public async Task What_falls_due_soon_is_found_without_messages_that_wait()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read(), store);
        var soon = await Referrals.Make(app, "CU-1");
        var due = (await app.Services.GetRequiredService<CaseworkService>().Find(soon))!;
        var at = Agreement.NextDue(due)!.Value;

        var found = await app.Services.GetRequiredService<Diversion.Casework.Timekeeping.OverdueStreams>().FindDue(at);
        var before = await app.Services.GetRequiredService<Diversion.Casework.Timekeeping.OverdueStreams>().FindDue(at - Duration.FromMilliseconds(1));

        Assert.Equal([soon.Value], found.Select(stream => stream.Id));
        Assert.Empty(before);
    }

    [Fact]
    public async Task The_time_of_other_streams_passes_in_the_sweep_itself()
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read(), store);
        var staff = app.Services.GetRequiredService<StaffService>();
        var then = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(20);
        var lead = new Actor("l1", "Lee Lead", Role.ProgrammeLead);
        await staff.Begin(then);
        await staff.Execute(StaffId.Programme, new StaffCommand.AddPerson("kw-9", "Kim New", [Role.KeyWorker]) { By = lead, At = then });
        await staff.Execute(StaffId.Programme, new StaffCommand.RecordLeaver("kw-9", WorkingCalendar.DateOf(then + Duration.FromDays(5))) { By = lead, At = then });

        await Sweep(app);

        Assert.True((await staff.Find(StaffId.Programme))!.Person("kw-9")!.HasLeft);
        Assert.Empty(client.Invocations);
    }

    public static TheoryData<string> Kinds => [.. RegisteredStreams.Kinds.All.Select(kind => kind.Name)];

    /// <summary>
    /// Whatever falls due on a kind without workflows falls due in the sweep, which asks the kind's service. Without one, its
    /// streams would be found overdue every five minutes and never woken.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_stream_has_a_service_that_the_sweep_can_ask(string name)
    {
        await using var app = await WorkerApp.Begin(SettingsFor.Azure.Read(), store);
        var kind = RegisteredStreams.Kinds.All.Single(one => one.Name == name);

        Assert.Same(kind, app.Services.GetRequiredService<StreamServices>().Of(new StreamId(kind, "one")).Kind);
    }

    private async Task Sweep(WorkerApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OverdueSweep>().Run(new TimerInfo(), client.Object, CancellationToken.None);
    }
}
