using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Diversion.Casework.Serialization;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Schemes;

/// <summary>Scheme rules as JSON: camelCase names, dates as 2026-03-05, a rule's figure and list only if it has them.</summary>
public static class SchemeJson
{
    internal static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    internal static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The rules without the file's notes. The same rules always give the same text, so that it can be hashed.</summary>
    public static string Write(SchemeRules rules) => JsonSerializer.Serialize(rules, Options);

    /// <summary>Reads a file that has passed the checks.</summary>
    internal static SchemeRules Read(JsonElement root, Vocabulary words)
    {
        var rules = root.Deserialize<SchemeRules>(Options)!;
        return rules with
        {
            Vocabulary = words,
            Eligibility = [.. rules.Eligibility.Select(rule => rule.Values.IsDefault ? rule with { Values = [] } : rule)],
        };
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyValues } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.AddReaderConverters();
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutEmptyValues(JsonTypeInfo type)
    {
        if (type.Type == typeof(SchemeRules))
        {
            // A file of its own, beside the schemes.
            type.Properties.Remove(type.Properties.Single(property => property.Name == "vocabulary"));
        }

        foreach (var list in type.Type == typeof(RouteRules) ? type.Properties.Where(property => property.PropertyType.IsGenericType && property.PropertyType.IsAssignableTo(typeof(IList))) : [])
        {
            list.ShouldSerialize = static (_, value) => ((IList)value!).Count > 0;
        }

        if (type.Type == typeof(EligibilityRule))
        {
            type.Properties.Single(property => property.Name == "values").ShouldSerialize =
                static (rule, _) => !((EligibilityRule)rule).Values.IsDefaultOrEmpty;
        }
    }
}
