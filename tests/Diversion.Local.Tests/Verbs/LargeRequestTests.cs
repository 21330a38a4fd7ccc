using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Diversion.Local.Tests.Verbs;

/// <summary>Only a real server breaks off a request that is too large.</summary>
public sealed partial class LargeRequestTests : IDisposable
{
    private const int TooLarge = 65 * 1024 * 1024;

    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task The_api_says_what_to_do_about_a_file_of_more_than_64_MB_and_goes_on()
    {
        var (program, client) = await RunningProgram.Serve(home.Path, "--data", "data");
        using var server = program;
        using var http = client;
        var token = await RunningProgram.Run(home.Path, "token", "--role", "programme-lead", "--name", "Alex Lead", "--data", "data");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Output.Trim());

        Assert.Contains("larger than 20 MB", await Refused(http, "/api/v1/agreements/DV-AAAAA-AAAAA/keep-document"), StringComparison.Ordinal);
        Assert.Contains("import transfer", await Refused(http, "/api/v1/transfers"), StringComparison.Ordinal);

        Assert.Empty((await http.GetFromJsonAsync<JsonElement>("/api/v1/inbox")).GetProperty("items").EnumerateArray());
        Assert.Equal(ExitCodes.Ok, await server.Stop());
    }

    [Fact]
    public async Task A_page_says_what_to_do_about_a_file_of_more_than_64_MB()
    {
        var (program, client) = await RunningProgram.ServeDemo(home.Path);
        using var server = program;
        using var http = client;
        using var signIn = new FormUrlEncodedContent([new("person", "demo-lead-1"), new("__RequestVerificationToken", await Token(http, "/sign-in"))]);
        Assert.True((await http.PostAsync("/sign-in", signIn)).IsSuccessStatusCode);

        foreach (var page in (string[])["/transfers-in", "/offence-codes"])
        {
            using var answer = await Send(http, page, await Token(http, page));

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("This file could not be taken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<string> Token(HttpClient http, string page) => TokenField().Match(await http.GetStringAsync(page)).Groups["value"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex TokenField();

    private static async Task<string> Refused(HttpClient http, string path)
    {
        using var answer = await Send(http, path, null);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
    }

    /// <remarks>The server may answer, and end the connection, before it has read everything.</remarks>
    private static async Task<HttpResponseMessage> Send(HttpClient http, string path, string? token)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[TooLarge]), path == "/transfers-in" ? "Upload" : "file", "large.zip" },
        };
        if (token is not null)
        {
            form.Add(new StringContent(token), "__RequestVerificationToken");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.ExpectContinue = true;
        return await http.SendAsync(request);
    }
}
