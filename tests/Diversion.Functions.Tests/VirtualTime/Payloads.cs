using System.Text.Json;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>JSON as the worker writes it.</summary>
internal static class Payloads
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static string Write(object? value) => JsonSerializer.Serialize(value, Options);

    public static object? Read(string? json, Type type) => json is null ? null : JsonSerializer.Deserialize(json, type, Options);

    /// <summary>An activity's input, which travels as an array of one.</summary>
    public static string WriteInput(object? value) => Write(new[] { value });

    public static object? ReadInput(string? json, Type type)
    {
        using var array = JsonDocument.Parse(json!);
        return Read(array.RootElement[0].GetRawText(), type);
    }

    public static T? Read<T>(string? json) => (T?)Read(json, typeof(T));
}
