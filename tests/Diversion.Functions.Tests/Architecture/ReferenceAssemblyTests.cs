#if REFERENCE_ASSEMBLIES
using System.Reflection;
using System.Reflection.Emit;
#endif

namespace Diversion.Functions.Tests.Architecture;

/// <summary>The reference assemblies compile in place of packages that a registry lacks. They do nothing and go nowhere.</summary>
public sealed class ReferenceAssemblyTests
{
    private static readonly string[] Projects = [.. Directory.EnumerateDirectories(Repository.PathOf("eng", "reference")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names => [.. Projects];

    [Fact]
    public void Only_the_functions_app_and_its_tests_see_them()
    {
        var seeing = from root in new[] { "src", "tests", "benchmarks" }
                     from project in Directory.EnumerateFiles(Repository.PathOf(root), "*.csproj", SearchOption.AllDirectories)
                     let text = File.ReadAllText(project)
                     where text.Contains("AzurePackages.props", StringComparison.Ordinal) || text.Contains("eng/reference", StringComparison.Ordinal)
                     select Path.GetFileNameWithoutExtension(project);
        Assert.Equal(["Diversion.Functions", "Diversion.Functions.Tests"], seeing.Order(StringComparer.Ordinal));

        var importing = from file in Directory.EnumerateFiles(Repository.Root, "Directory.Build.*")
                        where File.ReadAllText(file).Contains("AzurePackages", StringComparison.Ordinal)
                        select file;
        Assert.Empty(importing);
    }

    [Fact]
    public void No_other_project_gets_them_by_way_of_a_third()
    {
        var others = from root in new[] { "src", "tests", "benchmarks" }
                     from locked in Directory.EnumerateFiles(Repository.PathOf(root), "packages*.lock.json", SearchOption.AllDirectories)
                     where !Path.GetFileName(Path.GetDirectoryName(locked))!.StartsWith("Diversion.Functions", StringComparison.Ordinal)
                     from project in Projects
                     where File.ReadAllText(locked).Contains($"\"{project}\"", StringComparison.OrdinalIgnoreCase)
                     select $"{locked} has {project}";
        Assert.Empty(others);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void None_is_published(string project)
    {
        Assert.DoesNotContain("IsPackable", File.ReadAllText(Repository.PathOf("eng", "reference", project, project + ".csproj")), StringComparison.Ordinal);
        var shared = File.ReadAllText(Repository.PathOf("eng", "reference", "Directory.Build.props"));
        Assert.Contains("<IsPackable>false</IsPackable>", shared, StringComparison.Ordinal);
        Assert.Contains("<IsPublishable>false</IsPublishable>", shared, StringComparison.Ordinal);
    }

#if REFERENCE_ASSEMBLIES
    [Theory]
    [MemberData(nameof(Names))]
    public void None_has_logic(string project)
    {
        var looked = 0;
        foreach (var method in Assembly.Load(project).GetTypes().Where(type => !Il.IsWrittenByTheCompiler(type)).SelectMany(Il.MethodsOf).Where(method => !Il.IsWrittenByTheCompiler(method)))
        {
            var body = Il.Of(method);
            looked += body.Count > 0 ? 1 : 0;
            Assert.True(
                body.Count == 0 || OnlyThrows(body) || OnlyKeepsWhatItIsGiven(method, body) || OnlyWraps(method, body),
                $"{method.DeclaringType}.{method.Name} does something: {string.Join(" ", body.Select(instruction => instruction.Code))}");
        }

        Assert.True(looked > 0, $"{project} holds nothing to look at.");
    }

    private static bool OnlyThrows(IReadOnlyList<(OpCode Code, MemberInfo? Member)> body) =>
        body.Count >= 2
        && body[^2] is { Member.DeclaringType: var thrown } made
        && made.Code == OpCodes.Newobj
        && thrown == typeof(NotSupportedException)
        && body[^1].Code == OpCodes.Throw
        && body.Take(body.Count - 2).All(instruction => IsCallOfConstructor(instruction) || Loads(instruction.Code));

    /// <summary>A constructor that fills fields and auto-properties with its arguments, their defaults or constants.</summary>
    private static bool OnlyKeepsWhatItIsGiven(MethodBase method, IReadOnlyList<(OpCode Code, MemberInfo? Member)> body) =>
        method.IsConstructor && body.All(instruction =>
            Loads(instruction.Code)
            || instruction.Code == OpCodes.Ret
            || instruction.Code == OpCodes.Stfld
            || instruction.Code == OpCodes.Ldsfld
            || instruction.Code == OpCodes.Newobj
            || instruction.Member is MethodInfo { Name: nameof(Nullable<int>.GetValueOrDefault), DeclaringType.Name: "Nullable`1" }
            || (instruction.Member is MethodInfo { IsStatic: true } made && made.DeclaringType == typeof(TimeSpan))
            || IsCallOfConstructor(instruction)
            || (instruction.Code == OpCodes.Call && instruction.Member!.Name.StartsWith("set_", StringComparison.Ordinal) && Il.IsWrittenByTheCompiler(instruction.Member)));

    /// <summary>A static member that hands on what it is given in another type: conversions and factories.</summary>
    private static bool OnlyWraps(MethodBase method, IReadOnlyList<(OpCode Code, MemberInfo? Member)> body) =>
        method.IsStatic
        && body.All(instruction =>
            Loads(instruction.Code)
            || instruction.Code == OpCodes.Newobj
            || instruction.Code == OpCodes.Ret
            || (instruction.Code == OpCodes.Call && Il.IsWrittenByTheCompiler(instruction.Member!)));

    private static bool IsCallOfConstructor((OpCode Code, MemberInfo? Member) instruction) =>
        instruction.Code == OpCodes.Call && instruction.Member is ConstructorInfo;

    private static bool Loads(OpCode code) =>
        code.Name!.StartsWith("ldarg", StringComparison.Ordinal) || code.Name.StartsWith("ldc.", StringComparison.Ordinal) || code == OpCodes.Ldnull || code == OpCodes.Ldstr;
#endif
}
