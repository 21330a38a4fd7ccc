using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Azure.Data.Tables;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>
/// The emulators of Azure Tables and of blobs, each started once for all tests of this process and stopped with it. Each test has an account
/// of its own, which is empty.
/// </summary>
internal sealed class AzuriteServer
{
    private const int Accounts = 600;
    private const string Key = "a2V5";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Lazy<AzuriteServer> Running = new(() => Start("table"));
    private static readonly Lazy<AzuriteServer> RunningBlobs = new(() => Start("blob"));
    private static readonly Lazy<string> Installed = new(Install);
    private static int used;

    private readonly Uri address;

    private AzuriteServer(int port) => address = new Uri($"http://127.0.0.1:{port}/");

    /// <summary>The next empty account.</summary>
    /// <exception cref="SkippedException">The emulator cannot run here.</exception>
    public static TableServiceClient Account() => Account(NewAccount());

    /// <summary>The number of the next empty account, for tests that open it more than once.</summary>
    public static int NewAccount() => Interlocked.Increment(ref used);

    public static TableServiceClient Account(int number, Action<TableClientOptions>? configure = null)
    {
        Assert.InRange(number, 1, Accounts);
        var options = new TableClientOptions();
        configure?.Invoke(options);
        return new TableServiceClient(
            new Uri(Running.Value.address, Name(number)), new TableSharedKeyCredential(Name(number), Key), options);
    }

    /// <summary>The blobs of the next empty account.</summary>
    /// <exception cref="SkippedException">The emulator cannot run here.</exception>
    public static BlobServiceClient Blobs()
    {
        var name = Name(NewAccount());
        return new BlobServiceClient(new Uri(RunningBlobs.Value.address, name), new StorageSharedKeyCredential(name, Key));
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"account{number:D4}");

    private static AzuriteServer Start(string kind)
    {
        var folder = Installed.Value;
        var port = FreePort();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "serve.js", kind, $"--{kind}Port", $"{port}", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            },
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(number => $"{Name(number)}:{Key}")) },
        };
        var process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Kill();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            // The table service says "started", the blob service "listens".
            if (line.Contains("successfully", StringComparison.Ordinal))
            {
                // Nobody reads its output any further, and it writes nothing more.
                return new AzuriteServer(port);
            }
        }

        throw new InvalidOperationException($"Azurite ended before it had started. Try it by hand: node {Path.Combine(folder, "serve.js")}");
    }

    /// <returns>Its folder.</returns>
    private static string Install()
    {
        var folder = typeof(AzuriteServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "AzuriteFolder").Value!;
        if (!Runs("node", folder, "--version") || !Runs("npm", folder, "--version"))
        {
            throw new SkippedException("Node.js is missing, which Azurite needs. Install Node.js 20 or later.");
        }

        // npm writes this file last.
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"))
            && !Runs("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
        {
            throw new SkippedException($"Azurite cannot be had from the npm registry. Try `npm ci --ignore-scripts` in {folder}.");
        }

        return folder;
    }

    private static bool Runs(string program, string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process.WaitForExit(Patience) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
