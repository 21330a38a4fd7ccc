using Diversion.Functions.Workflows;

namespace Diversion.Functions.Tests.Architecture;

/// <summary>
/// A workflow is replayed, for months and by newer versions of itself: it must do the same each time, and contain none of
/// the rules.
/// </summary>
public sealed class WorkflowTests
{
    private static readonly string Workflows = typeof(AgreementWorkflow).Namespace!;

    /// <summary>Where everything that a workflow uses comes from. A new line here needs a reason.</summary>
    private static readonly string[] Allowed =
    [
        Workflows, "Microsoft.DurableTask", "Microsoft.Extensions.Logging", "System", "System.Collections.Generic", "System.Linq",
        "System.Runtime.CompilerServices", "System.Text", "System.Threading", "System.Threading.Tasks",
    ];

    /// <summary>Names of tracks and kinds, which tell workflows apart; the rules about them stay in the domain.</summary>
    private static readonly string[] NamesOfTheDomain =
        ["Diversion.Domain.Agreements.Track", "Diversion.Domain.Streams.StreamTimer", "Diversion.Domain.Agreements.Tracks", "Diversion.Domain.Agreements.DueKind", "Diversion.Domain.Conditions.ConditionKind"];

    private static readonly string[] Forbidden =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.TimeProvider.", "System.Random.",
        "System.Environment.", "System.Console.", "System.GC.", "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.Task.Run",
        "System.Threading.Tasks.Parallel.", "System.Threading.Thread.", "System.Threading.Timer.", "System.Threading.ThreadPool.",
    ];

    [Fact]
    public void A_workflow_touches_nothing_but_the_task_hub_and_plain_values()
    {
        var used = Used();
        Assert.Contains("Microsoft.DurableTask.TaskOrchestrationContext.ContinueAsNew", used);
        Assert.DoesNotContain(used, member => !IsAllowed(member));
    }

    [Theory]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.Guid.NewGuid")]
    [InlineData("System.IO.File.ReadAllText")]
    [InlineData("System.Net.Http.HttpClient.GetAsync")]
    [InlineData("Diversion.Domain.Agreements.Agreement.Decide")]
    [InlineData("Diversion.Casework.Agreements.CaseworkService.Execute")]
    [InlineData("NodaTime.SystemClock.get_Instance")]
    public void The_ban_bites(string member) => Assert.False(IsAllowed(member));

    private static bool IsAllowed(string member)
    {
        var type = member[..member.LastIndexOf('.')].TrimEnd('.');
        return !Forbidden.Any(banned => member.StartsWith(banned, StringComparison.Ordinal))
            && (Allowed.Contains(type[..type.LastIndexOf('.')]) || NamesOfTheDomain.Contains(type));
    }

    /// <summary>Every member that code in the folder names, including state machines and closures.</summary>
    private static string[] Used() =>
    [
        .. from type in typeof(AgreementWorkflow).Assembly.GetTypes()
           where type.Namespace == Workflows
           from method in Il.MethodsOf(type)
           from instruction in Il.Of(method)
           let of = instruction.Member as Type ?? instruction.Member?.DeclaringType
           where of is { Namespace: not null }
           let name = $"{of.Namespace}.{of.Name.Split('`')[0]}.{(instruction.Member is Type ? "type" : instruction.Member!.Name)}"
           group name by name into named
           orderby named.Key
           select named.Key,
    ];
}
