using System.Text.Json;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The typed answers in their stored form.</summary>
internal static class DraftJson
{
    public static string Write<T>(T typed) => JsonSerializer.Serialize(typed, JsonSerializerOptions.Web);

    public static T Read<T>(string content) where T : new() => JsonSerializer.Deserialize<T>(content, JsonSerializerOptions.Web) ?? new T();
}
