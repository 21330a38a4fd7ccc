using System.CommandLine;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Trials;
using Diversion.Domain.Trials;
using Diversion.Local.Faults;
using Diversion.Local.Storage;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>trial verify</c> and <c>trial export</c>: checks closed trials, here or with the independent script.</summary>
internal static class TrialVerb
{
    private static readonly Option<string> Data = SharedOptions.Data("Data folder; it is not changed.");

    private static readonly Option<string?> Only = new("--trial") { Description = "Code of the trial. [default: every trial whose seed was opened]", HelpName = "CODE" };

    private static readonly Option<string> One = new("--trial") { Description = "Code of the trial.", HelpName = "CODE", Required = true };

    public static Verb Make()
    {
        var verify = new Command("verify", "Recompute every allocation of closed trials from the opened seed, and compare the cases with them.") { Data, Only };
        verify.SetAction(Verify);
        var export = new Command("export", "Write the allocations of a closed trial as CSV: stratum, position, arm. Nothing about any person.") { Data, One };
        export.SetAction(Export);
        var command = new Command("trial", "Check the allocations of closed trials.") { verify, export };
        return new Verb(command, ("diversion trial verify --data data/demo", "Exit code 0 if every allocation is as the opened seed says; otherwise 1 and the first fault."))
        {
            Below =
            [
                new Verb(verify, ("diversion trial verify --data data/demo --trial checkpoint-2026", "One trial alone.")),
                new Verb(export, ("diversion trial export --data data/demo --trial checkpoint-2026 > allocations.csv", "For docs/verify-allocations.py; its command line is written to the terminal.")),
            ],
        };
    }

    private static async Task<int> Verify(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = SqliteTableStore.OpenToRead(parsed.GetValue(Data)!);
        var only = parsed.GetValue(Only);
        var reports = await TrialVerification.Run(store, only, cancellation);
        if (reports.Count == 0)
        {
            Terminal.Out.MarkupLineInterpolated($"[red]{(only is null ? "There is no trial in this folder." : $"There is no trial {only} in this folder. Without --trial every trial is checked.")}[/]");
            return ExitCodes.Failed;
        }

        foreach (var report in reports)
        {
            if (report.Fault is { } fault)
            {
                Terminal.Out.MarkupLineInterpolated($"[red]{report.Trial}: {fault}[/]");
            }
            else if (report.IsSealed)
            {
                Terminal.Out.MarkupLineInterpolated($"[yellow]{report.Trial}: its seed is still sealed. A lead opens it when the trial has closed; then its allocations can be checked.[/]");
            }
            else
            {
                Terminal.Out.MarkupLineInterpolated($"[green]{report.Trial}:[/] {report.Checked:N0} allocations, each as the opened seed says and as its case has it.");
            }
        }

        return reports.Any(report => report.Fault is not null) || reports.All(report => report.IsSealed) ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static async Task<int> Export(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = SqliteTableStore.OpenToRead(parsed.GetValue(Data)!);
        var code = parsed.GetValue(One)!;
        if (await TrialVerification.Find(store, code, cancellation) is not { } trial)
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"There is no trial {code} in this folder.");
        }

        if (trial.Seed is null)
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"The seed of the trial {code} is still sealed. A lead opens it when the trial has closed.");
        }

        await Console.Out.WriteAsync(TrialsQuery.Csv(trial));
        Terminal.Error.WriteLine($"python3 docs/verify-allocations.py {trial.Seed} {trial.Seal} {trial.Id} {Arms(trial)} {string.Join(',', trial.Protocol.BlockSizes)} < FILE");
        return ExitCodes.Ok;
    }

    private static string Arms(TrialState trial) => string.Join(',', trial.Protocol.Arms.Select(arm => $"{arm.Code}:{arm.Ratio}"));
}
