using System.Diagnostics;

namespace Diversion.Evaluation.Tests.Trial;

/// <summary>Runs docs/verify-allocations.py, which shares no line with this project.</summary>
internal static class IndependentLines
{
    private static readonly Lazy<string?> Found = new(() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Directory.Exists)
            .SelectMany(folder => new[] { Path.Combine(folder, "python3"), Path.Combine(folder, "python3.exe") }).FirstOrDefault(File.Exists));

    public static string? Python => Found.Value;

    public static (int Exit, string Output) Run(IEnumerable<string> arguments, string input)
    {
        var start = new ProcessStartInfo(Python!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "verify-allocations.py")))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result + error.Result);
    }
}
