using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Workflows;
using NodaTime;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>Which workflows there are, and what they show, in each phase.</summary>
public sealed class PhaseTests
{
    [Fact]
    public async Task Before_the_signature_there_is_the_agreements_own_workflow_only()
    {
        using var host = new WorkflowHost(AllLives.Lapsed.Start);
        await AllLives.Lapsed.With(days: 4).Live(host);

        Assert.Equal([AllLives.Lapsed.Id.Value], Live(host));
        Assert.Equal("offered, to be signed", host.StatusOf(AllLives.Lapsed.Id, Tracks.Agreement).Phase);
    }

    [Fact]
    public async Task Signed_every_condition_and_the_set_up_have_a_workflow_but_no_reoffending()
    {
        var life = AllLives.Completed;
        using var host = new WorkflowHost(life.Start);
        await life.With(days: 4).Live(host);

        Assert.Equal(
            ["", ":pathway", ":reparation", ":restorative-justice", ":supervision", ":tag-monitoring"],
            Live(host).Select(id => id[life.Id.Value.Length..]).Where(track => track != ":setup"));
    }

    [Fact]
    public async Task What_is_shown_is_what_the_agreement_says()
    {
        var life = AllLives.Neglected;
        for (var day = 6; day < 60; day += 9)
        {
            using var each = new WorkflowHost(life.Start);
            await life.With(days: day).Live(each);
            await each.RunTo(each.Clock.Now + Duration.FromTimeSpan(WakeUp.Longest));
            var state = (await each.Casework.Find(life.Id))!;
            foreach (var track in Agreement.OpenTracks(state))
            {
                var shown = each.StatusOf(life.Id, track.Id);
                Assert.Equal(new WorkflowStatus(Phase.Of(state, track.Id), track.NextDue?.ToDateTimeUtc(), track.Escalated), shown);
            }
        }
    }

    [Fact]
    public async Task A_varied_agreement_gains_the_workflows_of_its_new_conditions()
    {
        var life = AllLives.Varied;
        using var host = new WorkflowHost(life.Start);
        await life.With(days: 26).Live(host);

        Assert.Contains($"{life.Id}:pathway-2", Live(host));
        Assert.Contains($"{life.Id}:reparation", Live(host));
        Assert.Equal(nameof(PathwayWorkflow), host.Hub.Instances[$"{life.Id}:pathway-2"].Workflow);
    }

    [Fact]
    public async Task A_tag_that_is_still_on_outlives_the_agreement()
    {
        var life = AllLives.Discontinued with { NeglectedFrom = 33 };
        using var host = new WorkflowHost(life.Start);
        await life.With(days: 34).Live(host);
        await host.RunTo(host.Clock.Now + Duration.FromTimeSpan(WakeUp.Longest));

        Assert.Equal(AgreementStatus.Discontinued, (await host.Casework.Find(life.Id))!.Status);
        Assert.Equal([life.Id.Value, $"{life.Id}:tag-monitoring"], Live(host));
        Assert.Equal("tag to be removed", host.StatusOf(life.Id, "tag-monitoring").Phase);
        Assert.Equal("discontinued", host.StatusOf(life.Id, Tracks.Agreement).Phase);

        // Once the ladder has reached a lead it is in the lead's inbox, and nothing more falls due.
        await host.RunTo(host.Clock.Now + Duration.FromDays(30));
        Assert.Empty(Live(host));
        Assert.Contains((await host.Casework.Find(life.Id))!.Obligations, open => open is { Track: "tag-monitoring", RaisedToLeadAt: not null });
    }

    [Fact]
    public async Task Who_is_only_followed_up_has_no_workflow_until_something_falls_due()
    {
        var life = AllLives.Completed;
        using var host = new WorkflowHost(life.Start);
        await life.Live(host);
        await host.RunTo(host.Clock.Now + Duration.FromDays(30));
        Assert.Empty(Live(host));
        var set = Agreement.NextDue((await host.Casework.Find(life.Id))!)!.Value;
        Assert.True(set > host.Clock.Now + Duration.FromDays(100));

        // What the sweep does shortly before.
        await host.RunTo(set - Duration.FromMinutes(7));
        await host.WakeUps.EnsureRunning(life.Id, default);
        await host.RunTo(set - Duration.FromMinutes(6));
        Assert.Equal([life.Id.Value], Live(host));
        await host.RunTo(set + Duration.FromMinutes(1));

        var state = (await host.Casework.Find(life.Id))!;
        Assert.Equal((AgreementStatus.Completed, 2), (state.Status, state.FollowUp.Periods.Length));
        Assert.Empty(Live(host));
    }

    private static List<string> Live(WorkflowHost host) =>
        [.. host.Hub.Instances.Values.Where(instance => instance.IsLive).Select(instance => instance.Id).Order(StringComparer.Ordinal)];
}
