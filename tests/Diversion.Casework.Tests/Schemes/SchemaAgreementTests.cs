using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Tests.Schemes;

/// <summary>
/// Files are validated against the JSON schemas and read into records. This test walks both together, so that they always
/// say the same.
/// </summary>
public sealed class SchemaAgreementTests
{
    private static readonly string[] ShapeOnly = ["$schema", "notes"];

    [Fact]
    public void The_schema_of_schemes_describes_what_is_read() =>
        SameRecord(ShippedSchemes.Json("scheme.schema.json"), typeof(SchemeRules), "$");

    [Fact]
    public void The_schema_of_bank_holidays_describes_what_is_read() =>
        SameRecord(ShippedSchemes.Json("bank-holidays.schema.json"), typeof(BankHolidayFile), "$");

    [Fact]
    public void The_schema_of_the_vocabulary_describes_what_is_read() =>
        SameRecord(ShippedSchemes.Json("vocabulary.schema.json"), typeof(VocabularyFile), "$");

    [Fact]
    public void The_schema_of_the_minimum_wage_describes_what_is_read() =>
        SameRecord(ShippedSchemes.Json("minimum-wage.schema.json"), typeof(MinimumWages), "$");

    [Theory]
    [InlineData(ShippedSchemes.CheckpointFile, "./scheme.schema.json")]
    [InlineData(ShippedSchemes.TurningPointFile, "./scheme.schema.json")]
    [InlineData(SchemeFiles.BankHolidays, "./bank-holidays.schema.json")]
    [InlineData(SchemeFiles.VocabularyName, "./vocabulary.schema.json")]
    [InlineData(SchemeFiles.MinimumWageName, "./minimum-wage.schema.json")]
    public void A_shipped_file_names_its_schema(string file, string schema)
    {
        Assert.Equal(schema, (string?)ShippedSchemes.Json(file)["$schema"]);
        Assert.True(File.Exists(Path.Combine(ShippedSchemes.Folder, schema)));
    }

    private static void SameRecord(JsonNode schema, Type record, string path)
    {
        Described(schema, path);
        Assert.Equal("object", (string?)schema["type"]);
        Assert.False((bool)schema["additionalProperties"]!, $"{path} must allow no other properties.");
        var properties = schema["properties"]!.AsObject();
        var parameters = record.GetConstructors().Single().GetParameters();
        Assert.Equal(
            parameters.Select(PropertyName).Order(StringComparer.Ordinal),
            properties.Select(property => property.Key).Except(path == "$" ? ShapeOnly : []).Order(StringComparer.Ordinal));
        Assert.Equal(
            parameters.Where(parameter => !IsOptional(record, parameter)).Select(PropertyName).Order(StringComparer.Ordinal),
            schema["required"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));
        foreach (var parameter in parameters)
        {
            var name = PropertyName(parameter);
            Described(properties[name]!, $"{path}.{name}");
            SameValue(properties[name]!, parameter.ParameterType, $"{path}.{name}", properties[name]!);
        }
    }

    /// <param name="figure">The place of unit and source: for a list of figures, the list.</param>
    private static void SameValue(JsonNode schema, Type type, string path, JsonNode figure)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        schema = schema["$ref"] is { } reference ? schema.Root["$defs"]![((string)reference!)["#/$defs/".Length..]]! : schema;
        if (type == typeof(int))
        {
            Assert.Equal("integer", (string?)schema["type"]);
            Assert.True((int)schema["minimum"]! < (int)schema["maximum"]!, $"{path} needs a minimum and a maximum, which catch typing errors such as 150 for 15.");
            Assert.False(string.IsNullOrWhiteSpace((string?)figure["x-unit"]), $"{path} needs x-unit.");
            Assert.False(string.IsNullOrWhiteSpace((string?)figure["x-source"]), $"{path} needs x-source.");
        }
        else if (type == typeof(bool))
        {
            Assert.Equal("boolean", (string?)schema["type"]);
        }
        else if (type == typeof(string))
        {
            Assert.Equal(("string", 1), ((string?)schema["type"], (int?)schema["minLength"]));
            Assert.False(string.IsNullOrWhiteSpace((string?)schema["pattern"]), $"{path} needs a pattern that blanks alone do not match.");
            Assert.True((string?)schema["pattern"] == @"\S" || schema["x-pattern"] is not null, $"{path} needs x-pattern: its pattern in words.");
        }
        else if (type == typeof(LocalDate))
        {
            Assert.Equal(("string", "date"), ((string?)schema["type"], (string?)schema["format"]));
        }
        else if (type.IsEnum)
        {
            Assert.Equal(
                Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName),
                schema["enum"]!.AsArray().Select(name => (string)name!));
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            Assert.Equal(("array", 1), ((string?)schema["type"], (int?)schema["minItems"]));
            SameValue(schema["items"]!, type.GenericTypeArguments[0], $"{path}[]", schema);
        }
        else
        {
            SameRecord(schema, type, path);
        }
    }

    private static void Described(JsonNode schema, string path) =>
        Assert.False(string.IsNullOrWhiteSpace((string?)schema["description"]), $"{path} needs a description.");

    private static string PropertyName(ParameterInfo parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

    /// <summary>
    /// A rule's figure and list depend on its test. A setting that came after the first release has a default, so that an
    /// older file still loads. A word may have no synonyms.
    /// </summary>
    private static bool IsOptional(Type record, ParameterInfo parameter) =>
        parameter.HasDefaultValue
        || (record == typeof(EligibilityRule) && parameter.Name is nameof(EligibilityRule.Number) or nameof(EligibilityRule.Values));
}
