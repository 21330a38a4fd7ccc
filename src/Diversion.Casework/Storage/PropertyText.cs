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

    private static readonly SearchValues<byte> AfterPlain = SearchValues.Create(",}] "u8);

    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

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

    /// <summary>Finds the next property without decoding it.</summary>
    /// <param name="at">0 for the first; moves on.</param>
    /// <returns>False when there are no more.</returns>
    /// <remarks>By hand: the text is this class's own, and <see cref="Utf8JsonReader"/> checks it once more, which took a
    /// tenth of a rebuild.
    /// </remarks>
    internal static bool TryNext(ReadOnlySpan<byte> json, ref int at, out Place place)
    {
        try
        {
            at += json[at..].IndexOfAny((byte)'"', (byte)'}');
            if (json[at] == (byte)'}')
            {
                place = default;
                return false;
            }

            var start = at;
            var name = json[(start + 1)..].IndexOf((byte)'"');
            var colon = start + name + 2;
            var value = colon + 1 + json[(colon + 1)..].IndexOfAnyExcept(" \t\r\n"u8);
            at = EndOfValue(json, value);
            place = new Place(start, name, value, at);
            return true;
        }
        catch (Exception broken) when (broken is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new JsonException("The properties of a row are cut off. Run `verify`.", broken);
        }
    }

    /// <summary>The next element of an array that has one more.</summary>
    /// <param name="at">1 for the first; moves on.</param>
    internal static ReadOnlySpan<byte> NextElement(ReadOnlySpan<byte> array, scoped ref int at)
    {
        var start = at + (array[at] == (byte)',' ? 1 : 0);
        at = EndOfValue(array, start);
        return array[start..at];
    }

    private static int EndOfValue(ReadOnlySpan<byte> json, int value) => json[value] switch
    {
        (byte)'"' => EndOfText(json, value),
        (byte)'{' or (byte)'[' => EndOfNested(json, value),
        _ => value + json[value..].IndexOfAny(AfterPlain),
    };

    private static int EndOfText(ReadOnlySpan<byte> json, int quote)
    {
        for (var at = quote + 1; ; at += 2)
        {
            at += json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (json[at] == (byte)'"')
            {
                return at + 1;
            }
        }
    }

    private static int EndOfNested(ReadOnlySpan<byte> json, int bracket)
    {
        var depth = 1;
        for (var at = bracket + 1; ;)
        {
            at += json[at..].IndexOfAny(Structure);
            switch (json[at])
            {
                case (byte)'"':
                    at = EndOfText(json, at);
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    at++;
                    break;
                default:
                    at++;
                    if (--depth == 0)
                    {
                        return at;
                    }

                    break;
            }
        }
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
