using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Diversion.Domain.Agreements;
using NodaTime.Text;

namespace Diversion.Web.Tests.Hosting;

/// <summary>A parsed answer.</summary>
internal sealed record Answer(int Status, JsonNode? Json, HttpResponseHeaders Headers, string? MediaType)
{
    public string? Code => Json?["code"]?.GetValue<string>();

    public string? ETag => Headers.ETag?.Tag;

    public JsonNode this[string property] => Json![property]!;
}

internal static class Asking
{
    public static Task<Answer> Get(this TestApp app, Actor? actor, string address, params (string Name, string Value)[] headers) =>
        app.Send(actor, HttpMethod.Get, address, null, headers);

    public static Task<Answer> Post(this TestApp app, Actor? actor, string address, string body, params (string Name, string Value)[] headers) =>
        app.Send(actor, HttpMethod.Post, address, body, headers);

    /// <summary>The person was told about the proposed breach, and does not wish to answer.</summary>
    public static async Task Heard(this TestApp app, string id)
    {
        var news = (await app.Casework.Find(new AgreementId(id)))!.Breach!.News;
        var now = InstantPattern.General.Format(app.Clock.GetCurrentInstant());
        await app.Do(Staff.Worker, id, "tell-person", $$"""{"news":"{{news}}","how":"inPerson","toldAt":"{{now}}"}""");
        await app.Do(Staff.Worker, id, "record-answer", $$"""{"news":"{{news}}","how":"inPerson","answeredAt":"{{now}}","declines":true}""");
    }

    /// <summary>Runs a command that must succeed.</summary>
    public static async Task<Answer> Do(this TestApp app, Actor actor, string id, string command, string body)
    {
        var answer = await app.Post(actor, $"/api/v1/agreements/{id}/{command}", body);
        Assert.True(answer.Status == 200, $"{command}: {answer.Status} {answer.Json}");
        return answer;
    }

    public static async Task<Answer> Send(
        this TestApp app, Actor? actor, HttpMethod method, string address, string? body, params (string Name, string Value)[] headers)
    {
        using var client = app.As(actor);
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Length == 0 ? null : JsonNode.Parse(text);
        if ((int)response.StatusCode == 500)
        {
            json!["log"] = app.Log.Lines.LastOrDefault(line => line.StartsWith("Error", StringComparison.Ordinal));
        }

        await Described.Check(client, method, address, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, json);
        return new Answer(
            (int)response.StatusCode, json, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }
}
