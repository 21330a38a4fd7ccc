using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Serialization;

/// <summary>Reads a value of a short list from any of its synonyms, as an import does; writes its code.</summary>
internal sealed class CodeWordConverter<T>(WordList words) : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Word(ref reader) is { } word && CodeWords.Read<T>(words, word) is { } value
            ? value
            : throw new JsonException($"Expected one of: {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}; found another word.");

    /// <summary>A true or false is a word too: some lists were once a yes or no.</summary>
    private static string? Word(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName($"{value}"));
}
