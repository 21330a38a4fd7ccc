using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Diversion.Benchmarks.Measuring;

namespace Diversion.Benchmarks.Programs;

/// <summary>The built program, run as its users run it. <c>BENCH_PROGRAM</c> names another build to compare with.</summary>
internal static class DiversionProgram
{
    private static readonly string File = Environment.GetEnvironmentVariable("BENCH_PROGRAM")
        ?? Path.Combine(Settings.Repository, "src/Diversion.Local/bin/Release/net10.0/diversion.dll");

    /// <returns>Null when the program has the command with the option; otherwise why nothing can be measured.</returns>
    public static async Task<string?> Lacks(string verb, string option)
    {
        if (!System.IO.File.Exists(File))
        {
            return $"there is no {File}";
        }

        var (code, output) = await Run(verb, "--help");
        return code == 0 && output.Contains(option, StringComparison.Ordinal) ? null : $"this build has no verb {verb} yet";
    }

    public static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(File);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
