using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Benchmarks.Programs;
using Diversion.Casework.Rounds;
using Diversion.Domain.Projects;
using Diversion.Domain.Rounds;
using Diversion.Domain.Time;
using NodaTime;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>
/// An hour's votes of the public, each from an address of its own, as fast as they are taken; every tenth is sent twice. Beside
/// them come made-up ballots, 200 a second, while a lead reads the register. None may be lost, and none count twice.
/// </summary>
internal static partial class Voting
{
    private const int AllVotes = 18_000;
    private const int Hour = 3_600;
    private const int GarbageASecond = 200;
    private const int Senders = 8;
    private const int AddressesOfSender = 32;
    private const int Clients = 8;
    private const int TwiceEvery = 10;
    private const double MostMilliseconds = 50;
    private const string Round = "bench-round";
    private const string Aim = "18,000 in an hour, none lost, none twice; staff's p95 under 50 ms";

    public static async Task<Figure[]> Measure(Settings settings)
    {
        if (await DiversionProgram.Lacks("serve", "--data") is { } lack)
        {
            return [Figure.Skipped("votes of the public", Aim, lack)];
        }

        var votes = settings.Quick ? AllVotes / 10 : AllVotes;
        using var folder = await Population.Copy(settings.Quick ? 1_000 : 10_000);
        await Open(folder.Path);
        var load = await Load(folder.Path, votes);

        // The server has stopped: this process may open the folder.
        var counted = await Count(folder.Path);
        var (seconds, refused, sent) = (load.Seconds, load.Refused, load.Garbage);
        var p95 = Samples.Percentile(load.Beside, 0.95);
        return
        [
            new Figure(
                Text($"votes of the public, {votes:N0} from as many addresses, every tenth sent twice"),
                Text($"{votes / seconds:0} votes/s: an hour's 18,000 in {AllVotes / (votes / seconds):0} s; {counted:N0} counted, {refused} refused"),
                Text($"{sent / seconds:0} made-up ballots/s beside them"),
                null,
                Aim,
                counted == votes && refused == 0 && votes / seconds >= (double)AllVotes / Hour),
            new Figure(
                "register of a lead beside the votes, p50 / p95",
                Text($"{Samples.Median(load.Beside):0.0} / {p95:0.0} ms"),
                Text($"{Samples.Median(load.Alone):0.0} / {Samples.Percentile(load.Alone, 0.95):0.0} ms (alone)"),
                p95 / Samples.Percentile(load.Alone, 0.95),
                Text($"p95 under {MostMilliseconds:0} ms"),
                p95 < MostMilliseconds),
        ];
    }

    private static async Task<(double Seconds, int Refused, int Garbage, List<double> Alone, List<double> Beside)> Load(string folder, int votes)
    {
        using var server = await RunningServer.Start(folder);
        using var lead = await server.SignedIn(folder, "--role", "programme-lead", "--name", People.Lead.Name, "--id", People.Lead.Id);
        await Staff(lead, 100, CancellationToken.None);
        var alone = await Staff(lead, 300, CancellationToken.None);

        using var over = new CancellationTokenSource();
        var garbage = Garbage(server.Address, over.Token);
        var reading = Staff(lead, int.MaxValue, over.Token);
        var watch = Stopwatch.StartNew();
        var refused = 0;
        await Workplace.Clients(Clients, votes, async n =>
        {
            if (!await Vote(server.Address, n, n % TwiceEvery == 0))
            {
                Interlocked.Increment(ref refused);
            }
        });
        var seconds = watch.Elapsed.TotalSeconds;
        await over.CancelAsync();
        return (seconds, refused, await garbage, alone, await reading);
    }

    /// <summary>Two published projects and a round between them, that the server's own clock finds open.</summary>
    private static async Task Open(string folder)
    {
        using var place = new Workplace(folder);
        var now = SystemClock.Instance.GetCurrentInstant();
        var partner = People.Rulebook.Programme.Staff.Providers is [var first, ..] ? first : "Organisation 1";
        foreach (var id in (string[])["bench-one", "bench-two"])
        {
            var entry = new ProjectEntry(id, "A park", "Riverside", partner, ProjectPurpose.Environment, "Benches.");
            await place.Parts.Projects.Execute(new ProjectId(id), new ProjectCommand.AddProject(entry) { By = People.Lead, At = now });
            await place.Parts.Projects.Execute(new ProjectId(id), new ProjectCommand.PublishProject { By = People.Lead, At = now });
        }

        await place.Parts.Rounds.Execute(
            new RoundId(Round), new RoundCommand.OpenRound("Riverside", ["bench-one", "bench-two"], WorkingCalendar.DateOf(now).PlusDays(30)) { By = People.Lead, At = now });
    }

    private static async Task<int> Count(string folder)
    {
        using var place = new Workplace(folder);
        return await place.Parts.Rounds.Of(Round, People.Lead) is Casework.Answers.Reply<RoundView>.Given { Value: var view } ? view.Votes.Sum(one => one.Pages) : -1;
    }

    /// <summary>As a browser without script: the form, and the form sent.</summary>
    /// <returns>Whether it was taken each time.</returns>
    private static async Task<bool> Vote(Uri server, int n, bool twice)
    {
        using var client = From(server, n);
        var form = await client.GetStringAsync($"/public/vote/{Round}");
        var ballot = Ballot().Match(form).Groups["ballot"].Value;
        for (var times = twice ? 2 : 1; times > 0; times--)
        {
            using var answer = await Post(client, ballot, n % 3 == 0 ? "bench-one" : "bench-two");
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Ballots that nobody issued, from 256 addresses; most are over what an address may send.</summary>
    private static async Task<int> Garbage(Uri server, CancellationToken over) =>
        (await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Garbage(server, sender, over)))).Sum();

    private static async Task<int> Garbage(Uri server, int sender, CancellationToken over)
    {
        var clients = Enumerable.Range(0, AddressesOfSender).Select(n => From(server, 200_000 + (sender * AddressesOfSender) + n)).ToArray();
        var sent = 0;
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds((double)Senders / GarbageASecond));
            while (await timer.WaitForNextTickAsync(over))
            {
                (await Post(clients[sent++ % clients.Length], $"AAAAAAAAAAAAAAAAAAAAAA.{sent:x24}", "<script>alert(1)</script>")).Dispose();
            }
        }
        catch (OperationCanceledException)
        {
            // The votes are in.
        }
        finally
        {
            Array.ForEach(clients, client => client.Dispose());
        }

        return sent;
    }

    private static async Task<List<double>> Staff(HttpClient lead, int most, CancellationToken over)
    {
        var times = new List<double>();
        while (times.Count < most && !over.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            (await lead.GetAsync("/api/v1/register?limit=50", CancellationToken.None)).EnsureSuccessStatusCode().Dispose();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times;
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string ballot, string project) =>
        client.PostAsync($"/public/vote/{Round}", new FormUrlEncodedContent([new("Ballot", ballot), new("Project", project)]), CancellationToken.None);

    /// <summary>All of 127.0.0.0/8 is this machine: each number has an address of its own. It keeps no cookies.</summary>
    private static HttpClient From(Uri server, int number)
    {
        var own = new IPEndPoint(new IPAddress([127, (byte)(1 + (number >> 16)), (byte)(number >> 8), (byte)number]), 0);
        return new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(own);
                await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = server,
        };
    }

    [GeneratedRegex("name=\"Ballot\" value=\"(?<ballot>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Ballot();
}
