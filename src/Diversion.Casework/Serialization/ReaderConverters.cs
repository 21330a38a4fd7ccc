using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Domain.Reading;
using NodaTime;

namespace Diversion.Casework.Serialization;

/// <summary>
/// JSON from outside, in requests and in files that people edit: moments, days and times in every form that their readers
/// accept. They are written in the form of stored JSON.
/// </summary>
internal static class ReaderConverters
{
    public static JsonSerializerOptions AddReaderConverters(this JsonSerializerOptions options)
    {
        options.Converters.Add(new ReaderConverter<Instant>(InstantText.Read, NodaConverters.Instants));
        options.Converters.Add(new ReaderConverter<LocalDate>(DateText.ReadIso, NodaConverters.Dates));
        options.Converters.Add(new ReaderConverter<LocalTime>(TimeText.ReadIso, NodaConverters.Times));
        return options;
    }

    private sealed class ReaderConverter<T>(Func<string?, Parsed<T>> reader, JsonConverter<T> stored) : JsonConverter<T> where T : struct
    {
        public override T Read(ref Utf8JsonReader json, Type typeToConvert, JsonSerializerOptions options)
        {
            var read = reader(json.TokenType is JsonTokenType.String ? json.GetString() : null);
            return read.IsRead ? read.Value : throw new JsonException(JsonFault.Wanted(read.Refusal!));
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => stored.Write(writer, value, options);
    }
}
