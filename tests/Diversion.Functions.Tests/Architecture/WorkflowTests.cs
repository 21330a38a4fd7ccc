using System.Reflection;
using Diversion.Functions.Workflows;

namespace Diversion.Functions.Tests.Architecture;

/// <summary>
/// A workflow is replayed, for months and by newer versions of itself: it must do the same each time, and it holds
/// nothing that belongs to the rules.
/// </summary>
public sealed class WorkflowTests
{
    private static readonly string Workflows = typeof(AgreementWorkflow).Namespace!;

    /// <summary>Where everything that a workflow touches comes from. A new line here wants a reason.</summary>
    private static readonly string[] Allowed =
        ["System", "System.Collections.Generic", "System.Linq", "System.Runtime.CompilerServices", "System.Text", "System.Threading", "System.Threading.Tasks", "Microsoft.DurableTask", "Microsoft.Extensions.Logging"];

    private static readonly string[] Nondeterministic =
        [
            "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
            "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.TimeProvider.", "System.Random.",
            "System.Environment.", "System.Console.", "System.Diagnostics.", "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.Task.Run",
            "System.Threading.Thread.", "System.Threading.Timer.", "System.GC.",
        ];

    /// <summary>Names of tracks and kinds, by which workflows are told apart; the rules about them stay in the domain.</summary>
    private static readonly string[] NamesOfTheDomain =
        ["Diversion.Domain.Agreements.Track", "Diversion.Domain.Agreements.Tracks", "Diversion.Domain.Conditions.ConditionKind"];

    public static TheoryData<string> Used => [.. Members().Select(member => $"{member.DeclaringType!.FullName}.{member.Name}").Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_workflows_to_look_at()
    {
        Assert.Contains(Types(), type => type == typeof(AgreementWorkflow));
        Assert.True(Used.Count > 20);
    }

    [Theory]
    [MemberData(nameof(Used))]
    public void A_workflow_touches_nothing_but_the_task_hub_and_plain_values(string member)
    {
        Assert.DoesNotContain(Nondeterministic, banned => member.StartsWith(banned, StringComparison.Ordinal));
        var type = member[..member.LastIndexOf('.')].TrimEnd('.');
        var place = type.Contains('.', StringComparison.Ordinal) ? type[..type.LastIndexOf('.')] : "";
        Assert.True(
            place == Workflows || Allowed.Contains(place) || NamesOfTheDomain.Contains(type),
            $"A workflow uses {member}. Rules belong into the domain, clocks and I/O into an activity.");
    }

    private static IEnumerable<Type> Types() => typeof(AgreementWorkflow).Assembly.GetTypes().Where(type => type.Namespace == Workflows);

    private static IEnumerable<MemberInfo> Members() =>
        from type in Types()
        from method in Il.MethodsOf(type)
        from instruction in Il.Of(method)
        let member = instruction.Member
        where member is not null
        let declaring = member.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : member.DeclaringType
        where declaring is not null && !declaring.FullName!.StartsWith('<')
        select member;
}
