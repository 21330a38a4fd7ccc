using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Diversion.Web.OpenApi;

/// <summary>
/// The schema exporter writes the default value of each constructor parameter, and fails at <c>default</c> of an immutable
/// array, which reflection reports as null. Types that have such a parameter are described by their properties instead.
/// Only for options that write and describe: reading needs the constructor.
/// </summary>
internal static class DefaultArrays
{
    public static void DescribeByProperties(JsonSerializerOptions options) =>
        options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(LeaveConstructor);

    private static void LeaveConstructor(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || !info.Properties.Any(HasDefaultArray))
        {
            return;
        }

        var required = info.Properties.Where(property => property.IsRequired).ToArray();
        info.CreateObject = static () => throw new NotSupportedException("These options do not read.");
        foreach (var property in required)
        {
            property.IsRequired = true;
        }
    }

    private static bool HasDefaultArray(JsonPropertyInfo property) =>
        property.AssociatedParameter is { HasDefaultValue: true, DefaultValue: null, ParameterType: { IsGenericType: true } type }
        && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
}
