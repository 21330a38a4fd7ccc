using Diversion.Casework.Delivery;
using Diversion.Casework.Maintenance;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Workflows;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Diversion.Functions.Tests.Workflows;

public sealed class OutageTests
{
    private static readonly Life Life = AllLives.Completed;

    [Fact]
    public async Task Activities_that_fail_and_then_work_delay_and_lose_nothing()
    {
        using var clean = new WorkflowHost(Life.Start);
        using var shaken = new WorkflowHost(Life.Start);
        var calls = 0;
        // Failing every third call would coincide with one workflow's attempts, and always fail the same activity.
        shaken.Hub.ActivityFault = _ => ++calls % 3 == 0 || calls % 7 == 0 ? null : new TimeoutException("The storage account is busy.");

        await Life.Live(clean);
        await Life.Live(shaken);

        Assert.Equal(await Happenings.Of(clean.Casework, Life.Id), await Happenings.Of(shaken.Casework, Life.Id));
        Assert.InRange(shaken.Hub.MostRows, 20, 49);
        Assert.Equal(clean.Post.Delivered.Count, shaken.Post.Delivered.Count);
    }

    [Fact]
    public async Task Through_days_of_failing_no_workflow_fails_and_afterwards_everything_has_happened()
    {
        using var dark = new WorkflowHost(Life.Start);
        var (from, to) = (Life.Start + Duration.FromDays(40), Life.Start + Duration.FromDays(44));
        dark.Hub.ActivityFault = _ => dark.Clock.Now >= from && dark.Clock.Now < to ? new TimeoutException("Nobody at home.") : null;
        var (overdueInTheDark, failing) = (0, 0);

        await Life.Live(dark, (state, now) =>
        {
            if (now < from || now > to + Duration.FromTimeSpan(Attempts.Pause))
            {
                Assert.True((Agreement.NextDue(state) ?? Instant.MaxValue) > now, $"Something is overdue at {now}.");
                return;
            }

            overdueInTheDark += Agreement.NextDue(state) <= now ? 1 : 0;
            failing += dark.StatusOf(Life.Id, Tracks.Agreement).Phase.StartsWith("failing", StringComparison.Ordinal) ? 1 : 0;
            Assert.All(dark.Hub.Instances.Values, instance => Assert.NotEqual(OrchestrationRuntimeStatus.Failed, instance.Status));
        });

        Assert.NotEqual(0, overdueInTheDark);
        Assert.NotEqual(0, failing);
        Assert.Equal(AgreementStatus.Completed, (await dark.Casework.Find(Life.Id))!.Status);
        Assert.Null((await Verification.Run(dark.Store)).Fault);
        Assert.InRange(dark.Hub.MostRows, 20, 49);
    }

    [Fact]
    public async Task What_cannot_be_delivered_ends_in_the_leads_inbox()
    {
        using var host = new WorkflowHost(Life.Start);
        host.Post.Fault = new DeliveryFailedException("The mail server does not answer.");

        await Life.With(days: 0).Live(host);
        await host.RunTo(Life.Start + Duration.FromDays(3));

        Assert.Empty(host.Post.Delivered);
        Assert.Contains((await host.Casework.Find(Life.Id))!.Alerts, alert => alert.Kind == AlertKind.MessageUndelivered);
    }
}
