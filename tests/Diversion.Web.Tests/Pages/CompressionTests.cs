using System.IO.Compression;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

public sealed class CompressionTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/register")]
    [InlineData("/register/download")]
    [InlineData("/no-such-page")]
    public async Task Pages_files_and_error_pages_come_compressed_to_those_who_take_it(string path)
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var client = app.As(Staff.Sergeant);
        using var uncompressed = await client.GetAsync(path);
        var plain = await uncompressed.Content.ReadAsByteArrayAsync();
        Assert.Empty(uncompressed.Content.Headers.ContentEncoding);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var answer = await client.GetAsync(path);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        var body = await answer.Content.ReadAsByteArrayAsync();
        using var whole = new MemoryStream();
        await new BrotliStream(new MemoryStream(body), CompressionMode.Decompress).CopyToAsync(whole);

        // Tokens of forms differ, and are equally long within a little.
        Assert.InRange(whole.Length, plain.Length - 20, plain.Length + 20);
    }

    [Fact]
    public async Task The_api_and_streams_are_left_alone()
    {
        await using var app = await TestApp.Begin();
        using var client = app.As(Staff.Lead);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var answer = await client.GetAsync("/api/v1/register");
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        using var stream = await client.GetAsync("/inbox/stream", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType!.MediaType);
        Assert.Empty(stream.Content.Headers.ContentEncoding);
    }
}
