using Diversion.Casework.Streams;
using Diversion.Domain.Streams;
using Diversion.Local.Faults;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>A file that is imported whole or not at all.</summary>
internal static class ImportedFile
{
    /// <param name="largest">In bytes.</param>
    /// <param name="what">What the file should be, in words: "boundary file".</param>
    public static byte[] Read(string path, int largest, string what)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > largest
                ? throw new CannotGoOnException(ExitCodes.Failed, $"{path} is larger than {largest / 1024 / 1024} MB, which no {what} is. Nothing was imported.")
                : File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"{path} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Says what came of it.</summary>
    /// <param name="these">What was imported: "These boundaries are".</param>
    /// <param name="loaded">A sentence on what is used from now on.</param>
    /// <returns>The exit code.</returns>
    public static int Tell<TState>(Outcome<TState> outcome, string these, Func<TState, string> loaded)
        where TState : class, IStreamState
    {
        switch (outcome)
        {
            case Outcome<TState>.Refused { Refusal: var refusal }:
                Terminal.Error.MarkupLineInterpolated($"[red]{refusal.Message}[/]");
                return ExitCodes.Failed;
            case Outcome<TState>.Unchanged:
                Terminal.Out.MarkupLineInterpolated($"{these} loaded already; nothing was changed.");
                return ExitCodes.Ok;
            case Outcome<TState>.Accepted { State: var state }:
                Terminal.Out.MarkupLineInterpolated($"{loaded(state)}");
                return ExitCodes.Ok;
            default:
                throw new InvalidOperationException($"No answer for {outcome.GetType().Name}.");
        }
    }
}
