using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Diversion.Casework.Schemes;
using Diversion.Casework.Storage;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Reporting;
using Diversion.Simulation.Running;
using Diversion.Local.Storage;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>The command <c>simulate</c>. Exit code 0; 1 when the store or a file failed; 2 for arguments that cannot be used.</summary>
public static class SimulateCommand
{
    private const string SummaryName = "summary.json";
    private const string DataName = "data";

    private static readonly Option<int> Participants = new("--participants")
    {
        Description = $"Referrals in all, 1 to {SimulationOrder.MostParticipants}.",
        DefaultValueFactory = _ => 800,
    };

    private static readonly Option<int> Months = new("--months")
    {
        Description = $"Months over which the referrals arrive, 1 to {SimulationOrder.MostMonths}; every agreement then runs to its end.",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "The same seed with the same options gives the same digest.",
        DefaultValueFactory = _ => 7,
    };

    private static readonly Option<string> Scheme = new("--scheme")
    {
        Description = "Name of the scheme to use, in the version in force on the first day.",
        DefaultValueFactory = _ => "checkpoint",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A figure of the scheme to try out, as path=value (breach.proposeAt=4). May be repeated.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string> Start = new("--start")
    {
        Description = "First day, as 2025-01-06.",
        DefaultValueFactory = _ => "2025-01-06",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = $"Folder for {SummaryName} and the data folder ({DataName}), which verify can check. Without it nothing is kept.",
    };

    /// <param name="schemes">The folder of scheme files; null takes the one beside the program.</param>
    public static Command Create(string? schemes = null)
    {
        var command = new Command("simulate", "Run a made-up programme under a virtual clock, with the same rules and the same store.");
        foreach (Option option in (Option[])[Participants, Months, Seed, Scheme, Set, Start, Out])
        {
            command.Options.Add(option);
        }

        command.SetAction((arguments, cancellation) => Run(arguments, schemes ?? Path.Combine(AppContext.BaseDirectory, "schemes"), cancellation));
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, string schemes, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var folder = arguments.GetValue(Out);
        if (Order(arguments, schemes, faults) is not { } order || !IsFree(folder, faults))
        {
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            return 2;
        }

        try
        {
            var behaviour = Behaviour.Read(Behaviour.ShippedFile);
            var result = await SimulationScreen.WithProgress(
                AnsiConsole.Console, progress => Run(order, behaviour, folder, progress, cancellation));
            SimulationScreen.Show(AnsiConsole.Console, result);
            if (folder is not null)
            {
                SummaryFile.Write(Path.Combine(folder, SummaryName), result);
            }

            return 0;
        }
        catch (Exception failed) when (failed is StorageUnavailableException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return 1;
        }
    }

    private static async Task<SimulationResult> Run(
        SimulationOrder order, Behaviour behaviour, string? folder, Action<double>? progress, CancellationToken cancellation)
    {
        var data = folder is null ? Directory.CreateTempSubdirectory("diversion-simulate-").FullName : Path.Combine(folder, DataName);
        try
        {
            using var store = SqliteTableStore.Open(data);

            // A run that breaks off is made again, so only what a finished one leaves has to be durable.
            store.StopFlushing();
            var result = await SimulationRun.Run(store, order, behaviour, progress, cancellation);
            if (folder is not null)
            {
                store.Flush();
            }

            return result;
        }
        finally
        {
            if (folder is null)
            {
                Directory.Delete(data, recursive: true);
            }
        }
    }

    private static SimulationOrder? Order(ParseResult arguments, string schemes, List<string> faults)
    {
        if (SchemeFiles.Load(schemes) is not SchemeLoad.Loaded loaded)
        {
            faults.AddRange(((SchemeLoad.Faulty)SchemeFiles.Load(schemes)).Faults.Select(fault => fault.ToString()));
            return null;
        }

        var typed = arguments.GetValue(Start)!;
        if (!LocalDatePattern.Iso.Parse(typed).TryGetValue(default, out var start))
        {
            faults.Add($"--start is {typed}; give a date such as 2025-01-06.");
            return null;
        }

        var name = arguments.GetValue(Scheme)!;
        if (!loaded.Catalogue.Names.Contains(name))
        {
            faults.Add($"There is no scheme {name}. Give one of: {string.Join(", ", loaded.Catalogue.Names)}.");
            return null;
        }

        if (loaded.Catalogue.InForce(name, start) is not { } rules)
        {
            faults.Add($"No version of the scheme {name} is in force on {start:uuuu-MM-dd}. Give a later --start.");
            return null;
        }

        var overrides = arguments.GetValue(Set)!;
        switch (SchemeOverrides.Apply(rules, overrides))
        {
            case SchemeOverrideResult.Applied applied:
                var order = new SimulationOrder(
                    arguments.GetValue(Participants), arguments.GetValue(Months), arguments.GetValue(Seed), start, applied.Rules, loaded.Calendar, overrides);
                if (order.Fault() is { } fault)
                {
                    faults.Add(fault);
                    return null;
                }

                return order;
            case SchemeOverrideResult.Refused refused:
                faults.AddRange(refused.Faults.Select(wrong => wrong.ToString()));
                return null;
            default:
                throw new InvalidOperationException("No such result of overrides.");
        }
    }

    /// <summary>A simulation uses a folder of its own: it must not mix with existing data.</summary>
    private static bool IsFree(string? folder, List<string> faults)
    {
        if (folder is null || !Directory.Exists(Path.Combine(folder, DataName)))
        {
            return true;
        }

        faults.Add($"{Path.Combine(folder, DataName)} exists already. Name another folder for --out, or remove that one.");
        return false;
    }
}
