using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Diversion.Local.Demo;
using Diversion.Local.Tests.Demo;

namespace Diversion.Local.Tests.Verbs;

/// <summary>
/// The built program as a process of its own. Tests that kill it or wait for it take turns, in the collection of this name;
/// those that run one command after another run beside them, as many as there are cores.
/// </summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "diversion.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private RunningProgram(IEnumerable<string> arguments, string home, string? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input is not null,
            WorkingDirectory = home,
        };
        start.Environment["DIVERSION_HOME"] = home;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (input is not null)
        {
            using var pipe = process.StandardInput;
            pipe.Write(File.ReadAllText(input));
        }
    }

    public int Id => process.Id;

    /// <summary>What it has written so far, to both.</summary>
    public string Written
    {
        get
        {
            lock (output)
            {
                lock (error)
                {
                    return $"{output}{error}";
                }
            }
        }
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(string home, params string[] arguments)
    {
        using var program = new RunningProgram(arguments, home);
        var code = await program.End();
        return (code, program.output.ToString(), program.error.ToString());
    }

    /// <summary>Runs to the end with these settings.</summary>
    public static async Task<(int Code, string Output, string Error)> RunIn(IReadOnlyDictionary<string, string> environment, string home, params string[] arguments)
    {
        using var program = new RunningProgram(arguments, home, environment: environment);
        var code = await program.End();
        return (code, program.output.ToString(), program.error.ToString());
    }

    /// <summary>Runs to the end with a file as standard input.</summary>
    public static async Task<(int Code, string Output, string Error)> RunWith(string input, string home, params string[] arguments)
    {
        using var program = new RunningProgram(arguments, home, input);
        var code = await program.End();
        return (code, program.output.ToString(), program.error.ToString());
    }

    /// <summary>Serves at a free port and waits until it is ready.</summary>
    public static Task<(RunningProgram Program, HttpClient Client)> Serve(string home, params string[] arguments) => ServeWith(null, home, arguments);

    /// <summary>Serves a copy of the demo programme as it is today, or the copy that is in this home already.</summary>
    public static async Task<(RunningProgram Program, HttpClient Client)> ServeDemo(string home)
    {
        var folder = Path.Combine(home, "data", "demo");
        if (DemoFolder.IsMissing(folder))
        {
            await MadeDemo.Today.CopyTo(folder);
        }

        return await Serve(home);
    }

    /// <param name="environment">Settings of the server.</param>
    public static Task<(RunningProgram Program, HttpClient Client)> ServeWith(IReadOnlyDictionary<string, string>? environment, string home, params string[] arguments) =>
        ServeAt(FreePort(), environment, home, arguments);

    public static async Task<(RunningProgram Program, HttpClient Client)> ServeAt(int port, IReadOnlyDictionary<string, string>? environment, string home, params string[] arguments)
    {
        var url = $"http://127.0.0.1:{port}";
        var program = new RunningProgram(["serve", "--urls", url, .. arguments], home, environment: environment);
        var client = new HttpClient { BaseAddress = new Uri(url), Timeout = Patience };
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var ready = await client.GetAsync("/health/ready");
                if (ready.IsSuccessStatusCode)
                {
                    return (program, client);
                }
            }
            catch (HttpRequestException) when (!program.process.HasExited && waited.Elapsed < Patience)
            {
                await Task.Delay(50);
            }
            catch (HttpRequestException silent)
            {
                throw new InvalidOperationException($"The server did not start: {program.output}{program.error}", silent);
            }
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Like kill -9: no warning, nothing is finished.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Like Ctrl-C.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await signal.WaitForExitAsync();
        return await End();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private async Task<int> End()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }
}
