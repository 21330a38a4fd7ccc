using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Diversion.Azurite.Emulator;

/// <summary>The emulator of Azure Storage as a child of this process: it ends with us, however we end.</summary>
public sealed class AzuriteEmulator : IDisposable
{
    private const string Account = "devstoreaccount1";

    /// <summary>Published with the emulator; it opens nothing else.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly SemaphoreSlim Installing = new(1);

    private readonly Process process;

    private AzuriteEmulator(Process process, int blobs, int queues, int tables)
    {
        this.process = process;
        (Blobs, Tables) = (new Uri($"http://127.0.0.1:{blobs}/"), new Uri($"http://127.0.0.1:{tables}/"));
        Connection = string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{blobs}/{Account};QueueEndpoint=http://127.0.0.1:{queues}/{Account};TableEndpoint=http://127.0.0.1:{tables}/{Account};");
    }

    /// <summary>Of the usual account.</summary>
    public string Connection { get; }

    /// <summary>Above each account's name.</summary>
    public Uri Blobs { get; }

    /// <summary>Above each account's name.</summary>
    public Uri Tables { get; }

    /// <param name="folder">Where its data lie; null keeps them in memory.</param>
    /// <param name="accounts">Accounts with their keys, as Azurite reads them; null for the usual one.</param>
    /// <exception cref="EmulatorException">It cannot be had or does not start; the message says what to do.</exception>
    public static async Task<AzuriteEmulator> Start(string? folder, string? accounts = null, CancellationToken cancellation = default)
    {
        var program = typeof(AzuriteEmulator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "AzuriteFolder").Value!;
        await Install(program, cancellation);
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            await WaitForTheLast(folder, cancellation);
        }

        var (blobs, queues, tables) = FreePorts();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = program,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "serve.js", "--blobPort", $"{blobs}", "--queuePort", $"{queues}", "--tablePort", $"{tables}", "--skipApiVersionCheck", "--disableTelemetry", "--silent" },
        };
        foreach (var argument in folder is null ? ["--inMemoryPersistence"] : new[] { "--location", folder })
        {
            start.ArgumentList.Add(argument);
        }

        if (accounts is not null)
        {
            start.Environment["AZURITE_ACCOUNTS"] = accounts;
        }

        var started = Begin(start);
        if (folder is not null)
        {
            await File.WriteAllTextAsync(PidFile(folder), $"{started.Id}", cancellation);
        }

        for (var services = 0; services < 3;)
        {
            var line = await started.StandardOutput.ReadLineAsync(cancellation)
                ?? throw new EmulatorException($"Azurite ended before it had started. Try it by hand: node {Path.Combine(program, "serve.js")}");
            services += line.Contains("successfully listening", StringComparison.Ordinal) ? 1 : 0;
        }

        // Read on, so that it never waits for us.
        _ = started.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return new AzuriteEmulator(started, blobs, queues, tables);
    }

    /// <summary>Lets it write what is not on disk yet.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(12)))
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static string PidFile(string folder) => Path.Combine(folder, "azurite.pid");

    /// <summary>One whose starter was killed is still writing for a moment.</summary>
    private static async Task WaitForTheLast(string folder, CancellationToken cancellation)
    {
        if (!File.Exists(PidFile(folder)) || !int.TryParse(await File.ReadAllTextAsync(PidFile(folder), cancellation), CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        try
        {
            using var last = Process.GetProcessById(id);
            if (last.ProcessName.Contains("node", StringComparison.OrdinalIgnoreCase) && !last.WaitForExit(TimeSpan.FromSeconds(15)))
            {
                throw new EmulatorException($"Another Azurite (process {id}) works on {folder}. Stop it and start again.");
            }
        }
        catch (ArgumentException)
        {
            // It is gone.
        }
    }

    /// <summary>Installs it once, also when several are started at the same time on a fresh clone.</summary>
    private static async Task Install(string program, CancellationToken cancellation)
    {
        await Installing.WaitAsync(cancellation);
        try
        {
            // npm writes this file last: the folder alone may be half filled.
            if (!File.Exists(Path.Combine(program, "node_modules", ".package-lock.json")))
            {
                await RunNpm(program, cancellation);
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task RunNpm(string program, CancellationToken cancellation)
    {
        var npm = Begin(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = program, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        });

        using (npm)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(5 * Patience);
            var faults = npm.StandardError.ReadToEndAsync(patience.Token);
            _ = npm.StandardOutput.ReadToEndAsync(patience.Token);
            await npm.WaitForExitAsync(patience.Token);
            if (npm.ExitCode != 0)
            {
                throw new EmulatorException($"Azurite cannot be had from the npm registry. Try `npm ci --ignore-scripts` in {program}. {await faults}");
            }
        }
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new EmulatorException($"{start.FileName} is missing, which Azurite needs. Install Node.js 20 or later with npm: https://nodejs.org", missing);
        }
    }

    /// <summary>Held all at once, so that no two are the same.</summary>
    private static (int, int, int) FreePorts()
    {
        using var first = Listen();
        using var second = Listen();
        using var third = Listen();
        return (Port(first), Port(second), Port(third));

        static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
