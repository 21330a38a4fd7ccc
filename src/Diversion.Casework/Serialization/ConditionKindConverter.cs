using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Domain.Conditions;

namespace Diversion.Casework.Serialization;

/// <summary>A kind of condition in JSON: <c>tagMonitoring</c>.</summary>
public sealed class ConditionKindConverter : JsonConverter<ConditionKind>
{
    public override ConditionKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.GetString();
        return ConditionKinds.All.Select(one => one.Kind).Where(kind => NameOf(kind) == name).Cast<ConditionKind?>().FirstOrDefault()
            ?? throw new JsonException("Expected a kind of condition.");
    }

    public override void Write(Utf8JsonWriter writer, ConditionKind value, JsonSerializerOptions options) => writer.WriteStringValue(NameOf(value));

    public static string NameOf(ConditionKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
