using System.Reflection;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Architecture;
using Diversion.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>What each workflow declares about its phase is what falls due on it, no more and no less.</summary>
public sealed class PhaseDeclarationTests
{
    private static readonly DueKind[] OfObligations = [DueKind.OwnerReminded, DueKind.Escalated];

    public static TheoryData<string> Names => [.. Declared.Keys];

    internal static SortedDictionary<string, PhaseDeclaration> Declared { get; } = new(
        typeof(AgreementWorkflow).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(AgreementWorkflow).Namespace && type.GetMethods().Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null))
            .ToDictionary(type => type.Name, type => (PhaseDeclaration)type.GetProperty("Phase")!.GetValue(null)!),
        StringComparer.Ordinal);

    [Fact]
    public void Every_workflow_keeps_the_time_of_something() =>
        Assert.Equal(Declared.Keys, FallsDue.InRandomLives.Workflows.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workflow_waits_for_what_it_declares(string workflow) => Assert.Equal(
        Declared[workflow].WaitsFor.Order(StringComparer.Ordinal),
        FallsDue.InRandomLives.Of(workflow).Where(row => row.Kinds.Overlaps(OfObligations)).Select(row => row.Rule).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Time_alone_does_what_is_declared(string workflow) => Assert.Equal(
        Declared[workflow].TimeDoes.Order(),
        FallsDue.InRandomLives.Of(workflow).SelectMany(row => row.Kinds).Distinct().Except(OfObligations).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workflow_says_whether_it_outlives_the_agreement(string workflow) =>
        Assert.Equal(Declared[workflow].OutlivesTheAgreement, FallsDue.InRandomLives.Outlives(workflow));

    /// <summary><c>DOCS=write dotnet test ... --filter docs_workflows_md</c> writes the page anew.</summary>
    [Fact]
    public void The_page_docs_workflows_md_is_what_the_domain_does()
    {
        var file = Repository.PathOf("docs", "workflows.md");
        var page = WorkflowsPage.Write(Declared, FallsDue.InRandomLives);
        if (Environment.GetEnvironmentVariable("DOCS") == "write")
        {
            File.WriteAllText(file, page);
        }

        Assert.Equal(page, File.ReadAllText(file), ignoreLineEndingDifferences: true);
    }
}
