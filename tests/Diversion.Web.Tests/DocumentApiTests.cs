using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

public sealed class DocumentApiTests
{
    [Fact]
    public async Task A_paper_is_put_in_listed_read_and_removed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var (status, json) = await Keep(app, Staff.Worker, id, Photos.Pdf, ("kind", "letter"), ("title", "From his employer"), ("conditionId", "supervision"));
        Assert.Equal((200, "document.kept"), (status, (string?)json!["events"]![0]!["name"]));

        var paper = (await app.Get(Staff.Worker, $"/api/v1/agreements/{id}/documents")).Json!.AsArray().Single()!;
        Assert.Equal(("letter", "From his employer", "pdf", Photos.Pdf.Length), ((string?)paper["kind"], (string?)paper["title"], (string?)paper["format"], (int)paper["size"]!));
        using var client = app.As(Staff.Worker);
        Assert.Equal(Photos.Pdf, await client.GetByteArrayAsync(new Uri($"/api/v1/agreements/{id}/documents/{paper["id"]}", UriKind.Relative)));

        var removal = $$"""{"documentId":"{{paper["id"]}}","reason":"Not his."}""";
        Assert.Equal(403, (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/remove-document", removal)).Status);
        Assert.Equal(200, (await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/remove-document", removal)).Status);
        Assert.Empty((await app.Get(Staff.Worker, $"/api/v1/agreements/{id}/documents")).Json!.AsArray());
        Assert.Equal(404, (await app.Get(Staff.Worker, $"/api/v1/agreements/{id}/documents/{paper["id"]}")).Status);
        Assert.Empty(app.Papers.Bytes);
    }

    [Fact]
    public async Task Each_refusal_has_its_code()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await Keep(app, Staff.Worker, id, Photos.Pdf, ("kind", "letter"));
        Assert.Equal((409, "document-repeated"), await Code(Staff.Worker, Photos.Pdf, ("kind", "letter")));
        Assert.Equal((422, "document-is-program"), await Code(Staff.Worker, Photos.Exe, ("kind", "letter")));
        Assert.Equal((422, "document-format-unknown"), await Code(Staff.Worker, [0, 1], ("kind", "letter")));
        Assert.Equal((422, "document-empty"), await Code(Staff.Worker, [], ("kind", "letter")));
        Assert.Equal((422, "document-too-large"), await Code(Staff.Worker, [.. Photos.Pdf, .. new byte[21 * 1024 * 1024]], ("kind", "letter")));
        Assert.Equal((422, "value-out-of-range"), await Code(Staff.Worker, Photos.Html, ("kind", "5")));
        Assert.Equal((422, "value-out-of-range"), await Code(Staff.Worker, Photos.Html));
        Assert.Equal((404, "condition-unknown"), await Code(Staff.Worker, Photos.Html, ("kind", "letter"), ("conditionId", "x")));
        Assert.Equal((403, "not-your-case"), await Code(Staff.OtherWorker, Photos.Html, ("kind", "letter")));
        Assert.Equal((403, "not-your-case"), await Code(Staff.Analyst, Photos.Html, ("kind", "letter")));
        Assert.Equal((415, "media-type-unsupported"), (await app.Post(Staff.Worker, $"/api/v1/agreements/{id}/keep-document", "{}")) is var json ? (json.Status, json.Code) : default);
        Assert.Equal((401, "not-signed-in"), await Code(null, Photos.Html, ("kind", "letter")));
        Assert.Single(app.Papers.Bytes);

        async Task<(int, string?)> Code(Actor? actor, byte[] file, params (string, string)[] fields) =>
            await Keep(app, actor, id, file, fields) is var (status, answer) ? (status, (string?)answer?["code"]) : default;
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var client = app.As(Staff.Worker);
        foreach (var (type, body) in new[] { ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"), ("multipart/form-data", "abc") })
        {
            using var content = new StringContent(body);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await client.PostAsync(new Uri($"/api/v1/agreements/{id}/keep-document", UriKind.Relative), content);
            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal((400, "form-malformed"), ((int)answer.StatusCode, (string?)json!["code"]));
        }

        Assert.Empty(app.Papers.Bytes);
    }

    [Fact]
    public async Task Sent_again_under_its_key_it_is_the_same_paper()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var first = await Keep(app, Staff.Worker, id, Photos.Pdf, "paper-0001", ("kind", "letter"));
        var second = await Keep(app, Staff.Worker, id, Photos.Pdf, "paper-0001", ("kind", "letter"));
        Assert.Equal((200, first.Json!.ToJsonString()), (second.Status, second.Json!.ToJsonString()));
        Assert.Equal("idempotency-key-reused", (string?)(await Keep(app, Staff.Worker, id, [.. Photos.Pdf, 10], "paper-0001", ("kind", "letter"))).Json!["code"]);
        Assert.Single(app.Papers.Bytes);
    }

    private static Task<(int Status, JsonNode? Json)> Keep(TestApp app, Actor? actor, string id, byte[] file, params (string Name, string Value)[] fields) =>
        Keep(app, actor, id, file, null, fields);

    private static async Task<(int Status, JsonNode? Json)> Keep(TestApp app, Actor? actor, string id, byte[] file, string? key, params (string Name, string Value)[] fields)
    {
        using var client = app.As(actor);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(part, "file", "a.pdf");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/agreements/{id}/keep-document") { Content = form };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
