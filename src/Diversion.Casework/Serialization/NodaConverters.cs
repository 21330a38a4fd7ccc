using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Serialization;

/// <summary>
/// How moments, days and times of day are written in stored JSON: an instant as 2026-03-05T17:00:00Z, a day as 2026-03-05,
/// a time of day as 17:00:00. Stored events depend on these forms: any other form is refused when read, and a fraction of a
/// second is kept to the nanosecond.
/// </summary>
public static class NodaConverters
{
    private const string InstantForm = "an instant in UTC such as 2026-03-05T17:00:00Z";
    private const string DateForm = "a date such as 2026-03-05";
    private const string TimeForm = "a time of day such as 17:00:00";

    // The length with seven fraction digits: System.Text.Json reads more digits, but drops what does not fit into a tick.
    private const int LongestTickForm = 28;
    private const int ShortestInstantForm = 20;

    public static JsonConverter<Instant> Instants { get; } = new InstantConverter();

    public static JsonConverter<LocalDate> Dates { get; } = new DateConverter();

    public static JsonConverter<LocalTime> Times { get; } = new TimeConverter();

    public static JsonSerializerOptions AddNodaConverters(this JsonSerializerOptions options)
    {
        options.Converters.Add(Instants);
        options.Converters.Add(Dates);
        options.Converters.Add(Times);
        return options;
    }

    private static JsonException Refuse(ref Utf8JsonReader reader, string form)
    {
        var found = reader.TokenType is JsonTokenType.String
            ? $"\"{reader.GetString()}\""
            : reader.TokenType.ToString();
        return new JsonException($"Expected {form}; found {found}.");
    }

    // Plain: a string in one contiguous piece of bytes without escapes, which is what our own writer always produces.
    private static bool IsPlain(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence;

    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (IsPlain(ref reader)
                && reader.ValueSpan is { Length: >= ShortestInstantForm and <= LongestTickForm } span
                && span[^1] == (byte)'Z'
                && span[^2] != (byte)'.'
                && span[19] is (byte)'Z' or (byte)'.'
                && reader.TryGetDateTime(out var moment))
            {
                return Instant.FromDateTimeUtc(moment);
            }

            if (reader.TokenType is JsonTokenType.String
                && reader.GetString() is { Length: >= ShortestInstantForm } text
                && text[^2] != '.'
                && text[19] is 'Z' or '.'
                && InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed)
            {
                return parsed.Value;
            }

            throw Refuse(ref reader, InstantForm);
        }

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
        {
            var moment = value.ToDateTimeUtc();
            if (Instant.FromDateTimeUtc(moment) == value)
            {
                writer.WriteStringValue(moment);
            }
            else
            {
                writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
            }
        }
    }

    private sealed class DateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (IsPlain(ref reader) && reader.ValueSpan.Length == 10 && reader.TryGetDateTime(out var day))
            {
                return LocalDate.FromDateTime(day);
            }

            if (reader.TokenType is JsonTokenType.String
                && reader.GetString() is { Length: 10 } text
                && LocalDatePattern.Iso.Parse(text) is { Success: true } parsed)
            {
                return parsed.Value;
            }

            throw Refuse(ref reader, DateForm);
        }

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    private sealed class TimeConverter : JsonConverter<LocalTime>
    {
        private static readonly LocalTimePattern Pattern =
            LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss.FFFFFFFFF");

        public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String
                && reader.GetString() is { } text
                && Pattern.Parse(text) is { Success: true } parsed)
            {
                return parsed.Value;
            }

            throw Refuse(ref reader, TimeForm);
        }

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Pattern.Format(value));
    }
}
