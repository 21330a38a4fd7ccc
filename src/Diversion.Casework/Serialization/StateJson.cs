using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Serialization;

/// <summary>
/// Writes a state as JSON, to the byte what <see cref="StoredJson"/> writes. What a command left as it was is copied from
/// the JSON of the state before: a command changes a small part of a state, and writing all of it again was what a command
/// spent the most time on.
/// </summary>
internal static class StateJson
{
    private const int MostKept = 256 * 1024;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly ConcurrentDictionary<Type, Part[]> Known = [];

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? keptOutput;

    [ThreadStatic]
    private static Utf8JsonWriter? keptWriter;

    public static byte[] Write(object state)
    {
        var (output, writer) = Begin();
        JsonSerializer.Serialize(writer, state, StoredJson.Options.GetTypeInfo(state.GetType()));
        return End(output, writer);
    }

    /// <param name="before">The state before, an earlier value of the same type.</param>
    /// <param name="json">The JSON of <paramref name="before"/> in the present format.</param>
    public static byte[] Write(object state, object before, byte[] json)
    {
        var (output, writer) = Begin();
        writer.WriteStartObject();
        var old = new PropertyDictionary(json);
        foreach (var part in Known.GetOrAdd(state.GetType(), static type => Parts(type)))
        {
            var value = part.Get(state);
            if (value is null || part.IsWritten?.Invoke(state, value) == false)
            {
                continue;
            }

            writer.WritePropertyName(part.Name);
            if (!old.TryGetRaw(part.NameText, out var written))
            {
                JsonSerializer.Serialize(writer, value, part.Json);
            }
            else if (Same(value, part.Get(before)))
            {
                writer.WriteRawValue(written, skipInputValidation: true);
            }
            else if (part.Element is { } element && part.Get(before) is IList earlier)
            {
                WriteList(writer, (IList)value, earlier, written, element);
            }
            else
            {
                JsonSerializer.Serialize(writer, value, part.Json);
            }
        }

        writer.WriteEndObject();
        return End(output, writer);
    }

    /// <summary>Elements mostly stay where they are, or are added or taken away at the end or near it.</summary>
    private static void WriteList(Utf8JsonWriter writer, IList values, IList earlier, ReadOnlySpan<byte> written, JsonTypeInfo json)
    {
        writer.WriteStartArray();
        var at = 1;
        var old = 0;
        foreach (var value in values)
        {
            // The next of the earlier elements that is this one, if it is among them; those before it are gone.
            var same = old;
            while (same < earlier.Count && !Same(value, earlier[same]))
            {
                same++;
            }

            if (same == earlier.Count)
            {
                JsonSerializer.Serialize(writer, value, json);
                continue;
            }

            var element = default(ReadOnlySpan<byte>);
            for (; old <= same; old++)
            {
                element = PropertyText.NextElement(written, ref at);
            }

            writer.WriteRawValue(element, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    /// <summary>States are immutable: the same object has the same content.</summary>
    private static bool Same(object? one, object? other) =>
        ReferenceEquals(one, other) || (one is ValueType or string && one.Equals(other));

    private static Part[] Parts(Type type) =>
    [
        .. StoredJson.Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null).Select(property => new Part(
            property.Name,
            JsonEncodedText.Encode(property.Name, WriterOptions.Encoder),
            property.Get!,
            property.ShouldSerialize,
            StoredJson.Options.GetTypeInfo(property.PropertyType),
            ElementOf(property.PropertyType))),
    ];

    /// <summary>For a list of objects, which are compared by reference.</summary>
    private static JsonTypeInfo? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>) && type.GetGenericArguments() is [{ IsValueType: false } element]
            ? StoredJson.Options.GetTypeInfo(element)
            : null;

    private static (ArrayBufferWriter<byte> Output, Utf8JsonWriter Writer) Begin()
    {
        var output = keptOutput ??= new ArrayBufferWriter<byte>(16 * 1024);
        var writer = keptWriter ??= new Utf8JsonWriter(output, WriterOptions);
        output.ResetWrittenCount();
        writer.Reset();
        return (output, writer);
    }

    private static byte[] End(ArrayBufferWriter<byte> output, Utf8JsonWriter writer)
    {
        writer.Flush();
        var bytes = output.WrittenSpan.ToArray();
        if (output.Capacity > MostKept)
        {
            (keptOutput, keptWriter) = (null, null);
        }

        return bytes;
    }

    private sealed record Part(
        string NameText, JsonEncodedText Name, Func<object, object?> Get, Func<object, object?, bool>? IsWritten, JsonTypeInfo Json, JsonTypeInfo? Element);
}
