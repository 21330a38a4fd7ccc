using System.CommandLine;
using Diversion.Local.Faults;
using Diversion.Local.Import;
using Diversion.Web.Requests;

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

    public static readonly Option<string?> Scanner = new("--scanner")
    {
        Description = "ClamAV's daemon, which looks at each paper before it is kept: tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl. [default: none]",
        HelpName = "ADDRESS",
    };

    public static readonly Option<string?> BackupKey = new("--key")
    {
        Description = "File of the key of encrypted backups. [default: none]",
        HelpName = "FILE",
    };

    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Show more details, with the stack trace of an error. DIVERSION_VERBOSE=1 does the same.",
        Recursive = true,
    };

    public static Option<string> Data(string description) => new("--data") { Description = description, HelpName = "DIR", Required = true };

    /// <summary>The file of an import. Each command has an argument of its own.</summary>
    public static Argument<string> File() => new("file") { Description = "A CSV file, a pipe, or - for standard input; docs/import.md lists the columns." };

    public static Option<string> Encoding()
    {
        var encoding = new Option<string>("--encoding")
        {
            Description = "Encoding of the file. Needed only when the import asks for it.",
            HelpName = string.Join('|', FileText.Encodings),
            DefaultValueFactory = _ => FileText.Encodings[0],
        };
        encoding.AcceptOnlyFromAmong([.. FileText.Encodings]);
        return encoding;
    }

    /// <returns>Null when none was named.</returns>
    public static Uri? ReadScanner(ParseResult parsed) => parsed.GetValue(Scanner) is not { } text
        ? null
        : ClamScanner.Read(text)
            ?? throw new CannotGoOnException(ExitCodes.WrongUsage, $"{text} is no address of a scanner. Write it as tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl.");

    public static bool IsVerbose(ParseResult parsed) =>
        parsed.GetValue(Verbose) || Environment.GetEnvironmentVariable("DIVERSION_VERBOSE") is "1" or "true";
}
