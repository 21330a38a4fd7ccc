using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>The program's output: results on standard output, everything else on standard error.</summary>
internal static class Terminal
{
    /// <summary>A log or a script is not a screen: lines are not wrapped for it.</summary>
    private const int Unbroken = 400;

    public static IAnsiConsole Out { get; } = On(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error { get; } = On(Console.Error, Console.IsErrorRedirected);

    private static IAnsiConsole On(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = Unbroken;
        }

        return console;
    }
}
