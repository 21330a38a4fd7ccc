using Diversion.Casework.Maintenance;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Lives;
using Microsoft.DurableTask.Client;

namespace Diversion.Functions.Tests.Workflows;

public sealed class WholeLifeTests
{
    public static TheoryData<string> Lives => AllLives.Names;

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task Workflows_and_one_process_bring_about_the_same_stream_event_by_event(string name)
    {
        var life = AllLives.Named(name);
        using var process = new OneProcess(life.Start);
        using var workflows = new WorkflowHost(life.Start);

        await life.Live(process);
        await life.Live(workflows);

        Assert.Equal(await Story.Of(process.Casework, life.Id), await Story.Of(workflows.Casework, life.Id));
        Assert.Null((await Verification.Run(workflows.Store)).Fault);
    }

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task Histories_and_payloads_stay_small_however_long_it_lasts(string name)
    {
        var life = AllLives.Named(name);
        using var host = new WorkflowHost(life.Start);

        await life.Live(host);

        Assert.InRange(host.Hub.MostRows, 5, 49);
        Assert.InRange(host.Hub.LargestPayload, 10, 1023);
    }

    [Theory]
    [InlineData("completed", AgreementStatus.Completed)]
    [InlineData("completed-in-autumn", AgreementStatus.Completed)]
    [InlineData("breached", AgreementStatus.Breached)]
    [InlineData("discontinued", AgreementStatus.Discontinued)]
    [InlineData("lapsed", AgreementStatus.Lapsed)]
    [InlineData("varied", AgreementStatus.Completed)]
    public async Task An_agreement_that_ended_leaves_no_workflow_and_no_mail_behind(string name, AgreementStatus status)
    {
        var life = AllLives.Named(name);
        using var host = new WorkflowHost(life.Start);

        await life.Live(host);

        Assert.Equal(status, (await host.Casework.Find(life.Id))!.Status);
        Assert.All(host.Hub.Instances.Values, instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.Status));
        Assert.NotEmpty(host.Post.Delivered);
        Assert.Equal(host.Post.Delivered.Distinct(), host.Post.Delivered);
    }
}
