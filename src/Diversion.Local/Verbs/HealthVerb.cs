using System.CommandLine;
using Diversion.Local.Faults;
using Diversion.Local.Hosting;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>health</c>: asks a running server whether it is ready; for containers and monitoring.</summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly Option<string> Url = new("--url")
    {
        Description = "Address of the server.",
        HelpName = "URL",
        DefaultValueFactory = _ => ServeAddress.Default,
    };

    public static Verb Make()
    {
        var command = new Command("health", "Ask a running server whether it is ready.") { Url };
        command.SetAction(Run);
        return new Verb(command, ("diversion health --url http://127.0.0.1:5080", "Exit code 0 if the server answers and its store does; otherwise 1."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var url = ServeAddress.Read(parsed.GetValue(Url)!)[0];
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(url, "/health/ready"), cancellation);
            if (answer.IsSuccessStatusCode)
            {
                Terminal.Out.WriteLine("Ready.");
                return ExitCodes.Ok;
            }

            throw new CannotGoOnException(ExitCodes.Failed, $"The server at {url} answers, but is not ready (status {(int)answer.StatusCode}). Its log says why.");
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"No server answers at {url}. Start it, or name its address with --url.", silent);
        }
    }
}
