using System.CommandLine;
using System.CommandLine.Help;
using Diversion.Local.Faults;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>The commands, and what all of them have in common.</summary>
internal static class CommandLine
{
    private static readonly string[] RootOnly = ["--help", "-h", "-?", "/?", "/h", "--version"];

    public static async Task<int> Run(string[] args)
    {
        Verb[] verbs = [ServeVerb.Make(), ImportVerb.Make(), VerifyVerb.Make(), BackupVerb.Make(), RestoreVerb.Make(), ProgrammeVerb.Make(), TrialVerb.Make(), RebuildVerb.Make(), ExtractVerb.Make(), SimulateVerb.Make(), TokenVerb.Make(), WhatIfVerb.Make(), HealthVerb.Make()];
        var root = new RootCommand("Diversion runs diversion agreements from referral to outcome, on one machine. Without a verb it runs serve.")
        {
            SharedOptions.Verbose,
        };
        foreach (var verb in verbs)
        {
            root.Subcommands.Add(verb.Command);
        }

        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!, verbs);
        }

        var parsed = root.Parse(WithVerb(args));
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            foreach (var error in parsed.Errors)
            {
                Terminal.Error.WriteLine(error.Message);
            }

            var verb = parsed.CommandResult.Command is RootCommand ? string.Empty : $"{parsed.CommandResult.Command.Name} ";
            Terminal.Error.WriteLine($"`diversion {verb}--help` shows the usage.");
            return ExitCodes.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
            });
        }
        catch (Exception fault)
        {
            return FaultReport.Tell(fault, Terminal.Error, SharedOptions.IsVerbose(parsed));
        }
    }

    /// <summary><c>./run --urls ...</c> serves, too.</summary>
    private static string[] WithVerb(string[] args) =>
        args.Length == 0 || (args[0].StartsWith('-') && !args.Any(RootOnly.Contains)) ? ["serve", .. args] : args;
}
