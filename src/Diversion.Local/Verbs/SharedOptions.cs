using System.CommandLine;

namespace Diversion.Local.Verbs;

/// <summary>Options that several commands share.</summary>
internal static class SharedOptions
{
    public static readonly Option<string?> Schemes = new("--schemes")
    {
        Description = "Folder of scheme files and bank holidays. [default: the ones shipped with the program]",
        HelpName = "DIR",
    };

    public static readonly Option<string?> Scheme = new("--scheme")
    {
        Description = "For a new data folder: the scheme that its programme runs. [default: checkpoint]",
        HelpName = "NAME",
    };

    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Show more details, with the stack trace of an error. DIVERSION_VERBOSE=1 does the same.",
        Recursive = true,
    };

    public static Option<string> Data(string description) => new("--data") { Description = description, HelpName = "DIR", Required = true };

    public static bool IsVerbose(ParseResult parsed) =>
        parsed.GetValue(Verbose) || Environment.GetEnvironmentVariable("DIVERSION_VERBOSE") is "1" or "true";
}
