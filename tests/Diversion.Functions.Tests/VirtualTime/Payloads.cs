using System.Text.Json;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>JSON as the worker writes it.</summary>
internal static class Payloads
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static string Write(object? value) => JsonSerializer.Serialize(value, Options);

    public static object? Read(string? json, Type type) => json is null ? null : JsonSerializer.Deserialize(json, type, Options);

    public static T? Read<T>(string? json) => (T?)Read(json, typeof(T));
}
