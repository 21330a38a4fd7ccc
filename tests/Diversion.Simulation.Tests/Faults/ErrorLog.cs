using Microsoft.Extensions.Logging;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>Keeps the errors that simulated processes log: a fault of the program is logged and survived, and would not be seen otherwise.</summary>
internal sealed class ErrorLog : ILoggerFactory, ILogger
{
    public List<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("All errors are kept here.");

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = $"{formatter(state, exception)} {exception?.GetType().Name}";
        if (IsEnabled(logLevel) && !text.Contains(nameof(ProcessDiedException), StringComparison.Ordinal))
        {
            Errors.Add(text);
        }
    }

    public void Dispose()
    {
    }
}
