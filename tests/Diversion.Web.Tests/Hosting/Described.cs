using System.Text.Json.Nodes;

namespace Diversion.Web.Tests.Hosting;

/// <summary>
/// Checks every answer that a test gets against the API's own description: required members are there, and have the right
/// type.
/// </summary>
internal static class Described
{
    private static readonly SemaphoreSlim Once = new(1);
    private static JsonNode? document;

    public static async Task Check(HttpClient client, HttpMethod method, string address, int status, string? mediaType, JsonNode? json)
    {
        if (mediaType is not ("application/json" or "application/problem+json") || !address.StartsWith("/api/v1/", StringComparison.Ordinal))
        {
            return;
        }

        var description = await Document(client);
        if (Operation(description, method, address.Split('?')[0])?["responses"]?[$"{status}"]?["content"]?[mediaType]?["schema"] is { } schema)
        {
            var fault = Against(description, schema, json, "$", 0);
            Assert.True(fault is null, $"{method} {address} {status} is not as described: {fault}");
        }
    }

    private static async Task<JsonNode> Document(HttpClient client)
    {
        await Once.WaitAsync();
        try
        {
            return document ??= JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        }
        finally
        {
            Once.Release();
        }
    }

    private static JsonNode? Operation(JsonNode description, HttpMethod method, string address)
    {
        var parts = address.Split('/');
        return description["paths"]!.AsObject()
            .Where(path => path.Key.Split('/') is var names && names.Length == parts.Length && names.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second))
            .OrderBy(path => path.Key.Count(c => c == '{'))
            .Select(path => path.Value![method.Method.ToLowerInvariant()])
            .FirstOrDefault();
    }

    /// <returns>What is wrong; null when it matches the description.</returns>
    private static string? Against(JsonNode description, JsonNode schema, JsonNode? value, string at, int depth)
    {
        if (depth > 40)
        {
            return null;
        }

        if (schema["$ref"] is { } reference)
        {
            return Against(description, description["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!, value, at, depth + 1);
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            var faults = choices.Select(choice => Against(description, choice!, value, at, depth + 1)).ToArray();
            return faults.Any(fault => fault is null) ? null : faults[^1];
        }

        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
        {
            return $"{at} is {TypeOf(value)}, not {type.ToJsonString()}";
        }

        if (schema["enum"] is JsonArray members && value is not null && !members.Any(member => JsonNode.DeepEquals(member, value)))
        {
            return $"{at} is none of {members.ToJsonString()}";
        }

        switch (value)
        {
            case JsonArray list:
                return schema["items"] is not { } items ? null : list.Select((item, i) => Against(description, items, item, $"{at}[{i}]", depth + 1)).FirstOrDefault(fault => fault is not null);
            case JsonObject whole:
                foreach (var needed in schema["required"]?.AsArray() ?? [])
                {
                    if (!whole.ContainsKey((string)needed!))
                    {
                        return $"{at} has no {needed}";
                    }
                }

                return whole
                    .Where(property => schema["properties"]?[property.Key] is not null)
                    .Select(property => Against(description, schema["properties"]![property.Key]!, property.Value, $"{at}.{property.Key}", depth + 1))
                    .FirstOrDefault(fault => fault is not null);
            default:
                return null;
        }
    }

    private static string[] Types(JsonNode type) => type is JsonArray many ? [.. many.Select(one => (string)one!)] : [(string)type!];

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.Object => "object",
        _ => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
    };
}
