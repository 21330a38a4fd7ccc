using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>The Bicep compiler of the restored package, run on <c>infra-bicep</c>. It does not use the network.</summary>
internal static class Bicep
{
    private static readonly string Program = typeof(Bicep).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Bicep").Value!;

    /// <summary>Why it can't run on this machine; null when it can.</summary>
    public static string? Missing { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess && File.Exists(Program)
        ? null
        : "The Bicep compiler is referenced for Linux on x64 only.";

    /// <summary>The folder of the templates in the sources.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "infra-bicep");

    public static async Task<BicepRun> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SIGN_IN_CLIENT_ID"] = Samples.SignInClientId,
                ["OPERATIONS_EMAIL"] = "operations@example.org",
                ["SENDGRID_API_KEY"] = Samples.SendGridApiKey,
                ["PSEUDONYM_KEY"] = Samples.PseudonymKey,
            },
        };
        using var process = Process.Start(start) ?? throw new Win32Exception($"{Program} doesn't start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var diagnostics = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new BicepRun(process.ExitCode, await output, await diagnostics);
    }
}

internal sealed record BicepRun(int ExitCode, string Output, string Diagnostics);
