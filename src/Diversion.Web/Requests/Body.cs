using System.Text.Json;
using Diversion.Casework.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Requests;

/// <summary>Reads the JSON of a request, whole and within a limit, and says precisely what is wrong with it.</summary>
internal static class Body
{
    public const int LargestCommand = 256 * 1024;
    public const int LargestBatch = 1024 * 1024;

    private static readonly byte[] Nothing = "{}"u8.ToArray();

    /// <returns>The value, or the problem.</returns>
    public static async ValueTask<(T? Value, Problem? Problem)> Read<T>(HttpRequest request, int largest, CancellationToken cancellation)
        where T : class
    {
        var (value, problem) = await Read(request, typeof(T), largest, cancellation);
        return ((T?)value, problem);
    }

    /// <summary>A batch is read leniently: each item is checked on its own.</summary>
    public static async ValueTask<(T? Value, Problem? Problem)> ReadBatch<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        var (value, problem) = await Read(request, typeof(T), LargestBatch, cancellation, nullInLists: true);
        return ((T?)value, problem);
    }

    /// <summary>An empty body is an empty object: for some commands the name says everything.</summary>
    public static async ValueTask<(object? Value, Problem? Problem)> Read(
        HttpRequest request, Type type, int largest, CancellationToken cancellation, bool nullInLists = false)
    {
        if (request.ContentLength > largest)
        {
            return (null, TooLarge(largest));
        }

        if (request.ContentType is not null && !request.HasJsonContentType())
        {
            return (null, Problems.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = largest + 1;
        }

        using var buffer = new MemoryStream(request.ContentLength is { } length ? (int)length : 1024);
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > largest)
            {
                return (null, TooLarge(largest));
            }

            buffer.Write(chunk, 0, read);
        }

        var body = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        if (JsonText.EncodingFault(body) is { } fault)
        {
            return (null, Problems.Of(StatusCodes.Status400BadRequest, WebProblem.JsonMalformed, fault));
        }

        var json = JsonText.WithoutMark(body);
        return Parse(json.IsEmpty ? Nothing : json, type, nullInLists);
    }

    private static (object?, Problem?) Parse(ReadOnlySpan<byte> json, Type type, bool nullInLists)
    {
        try
        {
            if (!nullInLists && NullInList(json) is { } place)
            {
                return (null, Problems.Of(
                    StatusCodes.Status400BadRequest, WebProblem.ValueMalformed, $"A list holds null at line {place.Line}, position {place.Position}. Leave it out."));
            }

            return JsonSerializer.Deserialize(json, type, RequestJson.Options) is { } value
                ? (value, null)
                : (null, Problems.Of(StatusCodes.Status400BadRequest, WebProblem.ValueMalformed, "The body is null. Send a JSON object."));
        }
        catch (JsonException fault)
        {
            return (null, JsonProblem.Of(JsonFault.Of(fault, type)));
        }
        catch (NotSupportedException)
        {
            // The serializer's term for an object of several kinds that does not say which one it is.
            return (null, Problems.Of(
                StatusCodes.Status400BadRequest, WebProblem.ValueMalformed, "A condition does not say what it is. Give its kind."));
        }
    }

    /// <summary>The serializer accepts null in a list of non-null items; this check refuses it.</summary>
    private static (int Line, int Position)? NullInList(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var inList = new Stack<bool>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    inList.Push(true);
                    break;
                case JsonTokenType.StartObject:
                    inList.Push(false);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    inList.Pop();
                    break;
                case JsonTokenType.Null when inList.TryPeek(out var list) && list:
                    var before = json[..(int)reader.TokenStartIndex];
                    return (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
            }
        }

        return null;
    }

    private static Problem TooLarge(int largest) => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, WebProblem.BodyTooLarge, $"The body is larger than {largest / 1024} KB. Shorten it, or send it in parts.");
}
