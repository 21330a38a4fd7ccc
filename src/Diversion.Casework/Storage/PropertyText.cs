using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Diversion.Casework.Storage;

/// <summary>
/// A row's properties as one line of JSON that a person can read and SQLite's JSON functions can search. Text that is
/// itself a JSON object or array is stored as such instead of being quoted (an event's data stays readable); the exact
/// characters are returned. So: object, array or string → <see cref="string"/>, number → <see cref="long"/>, true and false
/// → <see cref="bool"/>.
/// </summary>
public static class PropertyText
{
    private const int MostKept = 256 * 1024;

    // Below the reader's own limit of 64, because a stored value is one level down.
    private static readonly JsonReaderOptions NestedOptions = new() { MaxDepth = 60 };

    // The text goes into a file, never into a page: readable characters need no escape.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? keptOutput;

    [ThreadStatic]
    private static Utf8JsonWriter? keptWriter;

    public static byte[] Encode(IReadOnlyDictionary<string, object> properties)
    {
        var output = keptOutput ??= new ArrayBufferWriter<byte>(16 * 1024);
        var writer = keptWriter ??= new Utf8JsonWriter(output, WriterOptions);
        output.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            writer.WritePropertyName(name);
            switch (value)
            {
                case string text:
                    WriteText(writer, text);
                    break;
                case long number:
                    writer.WriteNumberValue(number);
                    break;
                case bool flag:
                    writer.WriteBooleanValue(flag);
                    break;
                case Utf8Json own:
                    writer.WriteRawValue(own.Bytes, skipInputValidation: true);
                    break;
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        var bytes = output.WrittenSpan.ToArray();
        if (output.Capacity > MostKept)
        {
            (keptOutput, keptWriter) = (null, null);
        }

        return bytes;
    }

    /// <summary>Where each property is, without decoding any.</summary>
    internal static Place[] Places(ReadOnlySpan<byte> json)
    {
        Span<Place> found = stackalloc Place[32];
        var count = 0;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = (int)reader.TokenStartIndex;
            var length = reader.ValueSpan.Length;
            reader.Read();
            var value = (int)reader.TokenStartIndex;
            reader.Skip();
            if (count == found.Length)
            {
                var larger = new Place[count * 2];
                found.CopyTo(larger);
                found = larger;
            }

            found[count++] = new Place(name, length, value, (int)reader.BytesConsumed);
        }

        return found[..count].ToArray();
    }

    /// <summary>A property within the text. The name of a property never needs an escape (<see cref="TableLimits"/>).</summary>
    internal readonly record struct Place(int Start, int NameLength, int ValueStart, int End)
    {
        public bool IsNamed(byte[] json, string name) =>
            name.Length == NameLength && Ascii.Equals(json.AsSpan(Start + 1, NameLength), name);

        public string Name(byte[] json) => NameCache.Of(json.AsSpan(Start + 1, NameLength));

        public ReadOnlySpan<byte> Raw(byte[] json) => json.AsSpan(ValueStart..End);

        public ReadOnlySpan<byte> Whole(byte[] json) => json.AsSpan(Start..End);

        public object Value(byte[] json)
        {
            var raw = Raw(json);
            switch (raw[0])
            {
                case (byte)'"' when !raw.Contains((byte)'\\'):
                    return Encoding.UTF8.GetString(raw[1..^1]);
                case (byte)'{' or (byte)'[':
                    return Encoding.UTF8.GetString(raw);
                default:
                    var reader = new Utf8JsonReader(raw);
                    reader.Read();
                    return reader.TokenType switch
                    {
                        JsonTokenType.Number => reader.GetInt64(),
                        JsonTokenType.True or JsonTokenType.False => reader.GetBoolean(),
                        _ => reader.GetString()!,
                    };
            }
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (text is not (['{', .., '}'] or ['[', .., ']']))
        {
            writer.WriteStringValue(text);
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var utf8 = rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented));
        if (IsJson(utf8))
        {
            writer.WriteRawValue(utf8, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(text);
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    private static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, isFinalBlock: true, new JsonReaderState(NestedOptions));
            while (reader.Read())
            {
                // Reading is the check.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
