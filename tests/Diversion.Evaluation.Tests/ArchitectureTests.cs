using System.Reflection;

namespace Diversion.Evaluation.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Evaluation = typeof(Diversion.Evaluation.Rows.PersonRow).Assembly;

    [Fact]
    public void The_statistics_stand_on_the_readers_on_distributions_and_on_nothing_else()
    {
        var others = Evaluation.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(["Diversion.Domain", "MathNet.Numerics", "NodaTime"], others);
        Assert.DoesNotContain(Evaluation.GetReferencedAssemblies(), reference => reference.Name is "System.IO.FileSystem" or "System.Net.Http" or "System.Console");
    }
}
