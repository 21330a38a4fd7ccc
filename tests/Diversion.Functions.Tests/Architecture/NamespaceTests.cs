using System.Reflection;
using Diversion.Casework;
using Diversion.Evaluation.Rows;
using Diversion.Local.Storage;
using Diversion.Simulation.Running;
using Diversion.Web;

namespace Diversion.Functions.Tests.Architecture;

/// <summary>
/// The folders of a project have an order: what is in one can be read, changed and tested knowing only those below it. The
/// domain is left out: the state of an agreement contains the parts of all its folders, and each part decides by the whole state.
/// </summary>
public sealed class NamespaceTests
{
    [Theory]
    [InlineData(typeof(CaseworkRegistration))]
    [InlineData(typeof(DiversionWeb))]
    [InlineData(typeof(Functions.Workflows.AgreementWorkflow))]
    [InlineData(typeof(SimulationRun))]
    [InlineData(typeof(SqliteTableStore))]
    [InlineData(typeof(PersonRow))]
    public void No_folders_use_each_other_in_a_circle(Type one)
    {
        var circle = CircleIn(UsesOf(one.Assembly));
        Assert.True(
            circle.Length == 0,
            "Folders that use each other can only be understood together. Move what the lower one needs down to it (a type's own folder is the lowest that uses it), or hand it in. The circle:\n"
            + string.Join('\n', circle.Select(use => $"{use.From} uses {use.To}, as in {use.Example}")));
    }

    [Fact]
    public void A_circle_is_found()
    {
        Use[] uses = [new("A", "B", "a uses b"), new("B", "C", "b uses c"), new("C", "B", "c uses b"), new("C", "D", "c uses d")];

        Assert.Equal(["B", "C"], CircleIn(uses).Select(use => use.From).Order());
    }

    [Fact]
    public void A_use_is_found_in_a_signature_and_in_a_body()
    {
        var uses = UsesOf(typeof(CaseworkRegistration).Assembly);

        Assert.Contains(uses, use => use is { From: "Diversion.Casework.Record", To: "Diversion.Casework.Streams" });
        Assert.Contains(uses, use => use is { From: "Diversion.Casework.Record", To: "Diversion.Casework.Texts" });
    }

    private sealed record Use(string From, string To, string Example);

    /// <summary>Which namespace of an assembly uses which other one of it, with an example. A constant leaves no trace.</summary>
    private static Use[] UsesOf(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           where IsOurs(type, assembly)
           from used in UsedBy(type).SelectMany(Parts).Distinct()
           where IsOurs(used, assembly) && used.Namespace != type.Namespace
           group (type, used) by (type.Namespace, used.Namespace) into pair
           select new Use(pair.Key.Item1!, pair.Key.Item2!, $"{pair.First().type.FullName} and {pair.First().used.FullName}"),
    ];

    private static bool IsOurs(Type type, Assembly assembly) =>
        type.Assembly == assembly && type.Namespace?.StartsWith("Diversion.", StringComparison.Ordinal) == true;

    private static IEnumerable<Type?> UsedBy(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(declared).Select(field => field.FieldType),
            .. type.GetCustomAttributesData().Select(attribute => attribute.AttributeType),
            .. Il.MethodsOf(type).SelectMany(UsedBy),
        ];
    }

    private static IEnumerable<Type?> UsedBy(MethodBase method) =>
    [
        (method as MethodInfo)?.ReturnType,
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. Il.Of(method).SelectMany(instruction => instruction.Member switch
        {
            Type named => [named],
            MethodInfo { IsGenericMethod: true } called => [called.DeclaringType, .. called.GetGenericArguments()],
            { } member => [member.DeclaringType],
            null => (Type?[])[],
        }),
    ];

    /// <summary>The type itself, or what its array, reference or generic arguments consist of.</summary>
    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null or { IsGenericParameter: true } => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Prepend(type),
        _ => [type],
    };

    /// <summary>One of the shortest circles; empty when there is none.</summary>
    private static Use[] CircleIn(IReadOnlyCollection<Use> uses)
    {
        var from = uses.ToLookup(use => use.From);
        return from.Select(start => WayBack(start.Key, from)).Where(way => way.Length > 0).OrderBy(way => way.Length).FirstOrDefault([]);
    }

    private static Use[] WayBack(string start, ILookup<string, Use> from)
    {
        var ways = new Queue<Use[]>(from[start].Select(use => (Use[])[use]));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ways.TryDequeue(out var way))
        {
            if (way[^1].To == start)
            {
                return way;
            }

            if (seen.Add(way[^1].To))
            {
                foreach (var next in from[way[^1].To])
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return [];
    }
}
