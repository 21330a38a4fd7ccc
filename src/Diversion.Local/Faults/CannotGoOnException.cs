namespace Diversion.Local.Faults;

/// <summary>A fault that the person at the command line can put right. The message says what to do.</summary>
public sealed class CannotGoOnException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
