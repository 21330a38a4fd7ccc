using System.Text.Json;
using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Tests.Schemes;

/// <summary>
/// The JSON schemas are for editors and people, the checks are code. This test walks both together, so that they always say
/// the same.
/// </summary>
public sealed class SchemaAgreementTests
{
    private static readonly string[] ShapeOnly = ["$schema", "notes"];

    [Fact]
    public void The_schema_of_schemes_says_what_the_code_checks() =>
        SameRecord(ShippedSchemes.Json("scheme.schema.json"), typeof(SchemeRules), "$");

    [Fact]
    public void The_schema_of_bank_holidays_says_what_the_code_checks() =>
        SameRecord(ShippedSchemes.Json("bank-holidays.schema.json"), typeof(BankHolidayFile), "$");

    [Theory]
    [InlineData("scheme.schema.json", "name")]
    public void Names_have_the_same_pattern(string file, string property) =>
        Assert.Equal(SchemeChecks.SlugPattern, (string?)ShippedSchemes.Json(file)["properties"]![property]!["pattern"]);

    [Theory]
    [InlineData(ShippedSchemes.CheckpointFile, "./scheme.schema.json")]
    [InlineData(ShippedSchemes.TurningPointFile, "./scheme.schema.json")]
    [InlineData(SchemeFiles.BankHolidays, "./bank-holidays.schema.json")]
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
        var parameters = ShapeCheck.Parameters(record);
        Assert.Equal(
            parameters.Select(ShapeCheck.PropertyName).Order(StringComparer.Ordinal),
            properties.Select(property => property.Key).Except(path == "$" ? ShapeOnly : []).Order(StringComparer.Ordinal));
        Assert.Equal(
            parameters.Where(parameter => !ShapeCheck.IsOptional(record, parameter)).Select(ShapeCheck.PropertyName).Order(StringComparer.Ordinal),
            schema["required"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));
        foreach (var parameter in parameters)
        {
            var name = ShapeCheck.PropertyName(parameter);
            Described(properties[name]!, $"{path}.{name}");
            SameValue(properties[name]!, parameter.ParameterType, $"{path}.{name}", properties[name]!);
        }
    }

    /// <param name="figure">The place of unit and source: for a list of figures, the list.</param>
    private static void SameValue(JsonNode schema, Type type, string path, JsonNode figure)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(int))
        {
            Assert.Equal("integer", (string?)schema["type"]);
            Assert.Equal(FigureRanges.Of(path), new FigureRange((int)schema["minimum"]!, (int)schema["maximum"]!));
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
        else if (ShapeCheck.IsList(type))
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
}
