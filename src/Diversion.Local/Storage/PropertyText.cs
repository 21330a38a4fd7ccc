using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Diversion.Local.Storage;

/// <summary>
/// A row's properties as one line of JSON that a person can read and SQLite's JSON functions can search. Text that is
/// itself a JSON object or array is stored as such instead of being quoted (an event's data stays readable); the exact
/// characters are returned. So: object, array or string → <see cref="string"/>, number → <see cref="long"/>, true and false
/// → <see cref="bool"/>.
/// </summary>
internal static class PropertyText
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

    public static RowProperties Decode(ReadOnlySpan<byte> json)
    {
        var names = new string[8];
        var values = new object[8];
        var count = 0;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (count == names.Length)
            {
                Array.Resize(ref names, count * 2);
                Array.Resize(ref values, count * 2);
            }

            names[count] = reader.ValueIsEscaped ? reader.GetString()! : NameCache.Of(reader.ValueSpan);
            reader.Read();
            values[count++] = Value(ref reader, json);
        }

        return new RowProperties(names, values, count);
    }

    private static object Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.GetInt64();
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                return Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
            default:
                return reader.GetString()!;
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
