using Diversion.Functions.Triggers;
using Diversion.Functions.WakeUps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;

namespace Diversion.Functions.Tests.Triggers;

public sealed class EndedWorkflowsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 2, 30);

    private readonly Mock<DurableTaskClient> client = new("test");
    private readonly List<string> purged = [];
    private OrchestrationQuery? asked;

    [Fact]
    public async Task Workflows_that_ended_four_days_ago_are_purged_and_no_younger_ones()
    {
        await Purge(Ended("old", Duration.FromDays(5)), Ended("just", Duration.FromDays(4)), Ended("young", Duration.FromHours(95)));

        Assert.Equal(["old", "just"], purged);
        Assert.Equal((Now - Duration.FromDays(4)).ToDateTimeOffset(), asked!.CreatedTo);
        Assert.Equal(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated], asked.Statuses);
        Assert.False(asked.FetchInputsAndOutputs);
    }

    [Fact]
    public async Task A_night_purges_so_many_and_no_more()
    {
        await Purge([.. Enumerable.Range(0, EndedWorkflows.MostInANight + 5).Select(i => Ended($"{i}", Duration.FromDays(9)))]);
        Assert.Equal(EndedWorkflows.MostInANight, purged.Count);
    }

    private async Task Purge(params OrchestrationMetadata[] instances)
    {
        client
            .Setup(hub => hub.GetAllInstancesAsync(It.IsAny<OrchestrationQuery>()))
            .Callback((OrchestrationQuery? query) => asked = query)
            .Returns(new Instances(instances));
        client
            .Setup(hub => hub.PurgeInstanceAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback((string id, CancellationToken _) => purged.Add(id))
            .ReturnsAsync(new PurgeResult(1, null));
        var clock = new Mock<IClock>();
        clock.Setup(time => time.GetCurrentInstant()).Returns(Now);
        await new EndedWorkflows(new TaskHub(), clock.Object, NullLogger<EndedWorkflows>.Instance).Purge(new TimerInfo(), client.Object, CancellationToken.None);
    }

    private static OrchestrationMetadata Ended(string id, Duration ago) => new("AgreementWorkflow", id)
    {
        RuntimeStatus = OrchestrationRuntimeStatus.Completed,
        LastUpdatedAt = (Now - ago).ToDateTimeOffset(),
    };

    private sealed class Instances(IReadOnlyList<OrchestrationMetadata> all) : AsyncPageable<OrchestrationMetadata>
    {
        public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            await Task.CompletedTask;
            yield return new Page<OrchestrationMetadata>(all);
        }
    }
}
