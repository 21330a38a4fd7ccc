using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Serialization;

/// <summary>Reads a value of a short list from any of its synonyms, as an import does; writes its code.</summary>
internal sealed class CodeWordConverter<T>(WordList words) : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && CodeWords.Read<T>(words, reader.GetString()!) is { } value
            ? value
            : throw new JsonException($"Expected one of: {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}; found another word.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName($"{value}"));
}
