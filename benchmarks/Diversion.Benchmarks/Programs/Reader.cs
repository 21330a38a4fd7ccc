using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Diversion.Benchmarks.Programs;

/// <summary>Reads pages like a browser: accepts compression, keeps cookies, sends forms with their hidden fields.</summary>
internal sealed partial class Reader : IDisposable
{
    private readonly HttpClient http;

    /// <param name="http">Signed in; disposed with this.</param>
    public Reader(HttpClient http)
    {
        this.http = http;
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
    }

    /// <returns>Time from the request to the last byte, and the bytes transferred.</returns>
    public Task<(double Milliseconds, int Bytes)> Get(string path) => Timed(path, () => http.GetAsync(path));

    /// <summary>Includes the page that the answer redirects to: the client's own redirection would drop the token.</summary>
    public Task<(double Milliseconds, int Bytes)> Post(string path, IEnumerable<KeyValuePair<string, string>> fields) => Timed(path, async () =>
    {
        var answer = await http.PostAsync(path, new FormUrlEncodedContent(fields));
        if (answer.Headers.Location is not { } next)
        {
            return answer;
        }

        answer.Dispose();
        return await http.GetAsync(next);
    });

    public async Task<string> Text(string path)
    {
        using var answer = await http.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsStreamAsync();
        using var text = new StreamReader(
            answer.Content.Headers.ContentEncoding.Contains("br") ? new BrotliStream(body, CompressionMode.Decompress) : body);
        return await text.ReadToEndAsync();
    }

    /// <summary>The hidden fields of a page's forms.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> Hidden(string path) =>
        [.. HiddenField().Matches(await Text(path)).Select(field => KeyValuePair.Create(field.Groups["name"].Value, field.Groups["value"].Value)).DistinctBy(field => field.Key)];

    /// <summary>Bytes transferred for a page and everything that it loads, for a browser with an empty cache.</summary>
    public async Task<int> FirstVisit(string path)
    {
        var wanted = new Queue<string>(Asset().Matches(await Text(path)).Select(asset => asset.Value).Distinct());
        var (_, bytes) = await Get(path);
        for (var seen = new HashSet<string>(); wanted.TryDequeue(out var asset);)
        {
            if (!seen.Add(asset))
            {
                continue;
            }

            bytes += (await Get(asset)).Bytes;
            if (asset.EndsWith(".mjs", StringComparison.Ordinal))
            {
                var folder = asset[..(asset.LastIndexOf('/') + 1)];
                foreach (Match module in Module().Matches(await Text(asset)))
                {
                    wanted.Enqueue(folder + module.Groups["name"].Value);
                }
            }
        }

        return bytes;
    }

    public void Dispose() => http.Dispose();

    private static async Task<(double, int)> Timed(string path, Func<Task<HttpResponseMessage>> ask)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await ask();
        var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        return answer.IsSuccessStatusCode
            ? (Stopwatch.GetElapsedTime(began).TotalMilliseconds, bytes)
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
    }

    [GeneratedRegex("""<input(?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""", RegexOptions.None, 1000)]
    private static partial Regex HiddenField();

    [GeneratedRegex("""/assets/[\w./-]+""", RegexOptions.None, 1000)]
    private static partial Regex Asset();

    [GeneratedRegex("""["']\./(?<name>[\w-]+\.mjs)["']""", RegexOptions.None, 1000)]
    private static partial Regex Module();
}
