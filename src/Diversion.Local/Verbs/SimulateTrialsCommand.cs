using System.CommandLine;
using System.Globalization;
using System.Text;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Power;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>The command <c>simulate trials</c>. Exit code 0; 1 when a file failed; 2 for arguments that cannot be used.</summary>
public static class SimulateTrialsCommand
{
    private static readonly Option<int> Trials = new("--trials") { Description = $"How many trials, 1 to {TrialOrder.MostTrials}.", DefaultValueFactory = _ => 400 };

    private static readonly Option<int> People = new("--participants")
    {
        Description = $"People allocated in each, {TrialOrder.FewestPeople} to {TrialOrder.MostPeople}.",
        DefaultValueFactory = _ => 800,
    };

    private static readonly Option<int> Months = new("--months") { Description = "Follow-up: 12 or 24.", DefaultValueFactory = _ => 24 };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "The same seed with the same options gives the same digest, on any number of threads.",
        DefaultValueFactory = _ => 7,
    };

    private static readonly Option<double?> Usual = new("--usual")
    {
        Description = "Share of those processed as usual who offend again within 24 months, as 0.48. [default: reoffending.within24.usual of behaviour.json]",
    };

    private static readonly Option<double?> Programme = new("--programme")
    {
        Description = "The same of those who sign. [default: reoffending.within24.programme]",
    };

    private static readonly Option<double?> Signing = new("--signing")
    {
        Description = "Share of those allocated to the programme who sign; the others are processed as usual. [default: who neither declines nor lets the offer lapse]",
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "Trials at the same time, 1 to 256; never changes the result.",
        DefaultValueFactory = _ => Math.Min(256, Environment.ProcessorCount),
    };

    private static readonly Option<string?> Out = new("--out") { Description = "CSV file for a line a trial; it must not exist yet.", HelpName = "FILE.csv" };

    public static Command Create()
    {
        var command = new Command("trials", "Simulate many randomised trials in memory, and say how many find the effect that is true in them: the power, before a trial starts.");
        foreach (Option option in (Option[])[Trials, People, Months, Seed, Usual, Programme, Signing, Threads, Out])
        {
            command.Options.Add(option);
        }

        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken cancellation)
    {
        try
        {
            var shipped = TrialOrder.Of(
                Behaviour.Read(Behaviour.ShippedFile), arguments.GetValue(Trials), arguments.GetValue(People), arguments.GetValue(Months), arguments.GetValue(Seed));
            var order = shipped with
            {
                Usual = arguments.GetValue(Usual) ?? shipped.Usual,
                Programme = arguments.GetValue(Programme) ?? shipped.Programme,
                Signing = arguments.GetValue(Signing) ?? shipped.Signing,
            };
            var (threads, file) = (arguments.GetValue(Threads), arguments.GetValue(Out));
            var fault = order.Fault()
                ?? (threads is < 1 or > 256 ? $"--threads is {threads}; give 1 to 256." : null)
                ?? (file is not null && File.Exists(file) ? $"{file} exists already. Name another file for --out, or remove that one." : null);
            if (fault is not null)
            {
                await Console.Error.WriteLineAsync(fault);
                return ExitCodes.WrongUsage;
            }

            var began = TimeProvider.System.GetTimestamp();
            var result = await PowerScreen.WithProgress(order.Trials, done => Task.Run(() => PowerRun.Run(order, threads, done, cancellation), cancellation));
            PowerScreen.Show(Terminal.Out, result, TimeProvider.System.GetElapsedTime(began));
            if (file is not null)
            {
                await File.WriteAllTextAsync(file, Lines(result), cancellation);
            }

            return ExitCodes.Ok;
        }
        catch (Exception failed) when (failed is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return ExitCodes.Failed;
        }
    }

    private static string Lines(PowerResult result)
    {
        var csv = new StringBuilder("trial,programme_reoffended,programme_people,control_reoffended,control_people,true_difference,difference,lower,upper,covered,p,rejected,net_pounds\r\n");
        foreach (var one in result.Findings)
        {
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{one.Number},{one.Programme.Count},{one.Programme.Of},{one.Control.Count},{one.Control.Of},{result.Truth.Difference:F6},{one.Difference.Value:F6},{one.Difference.Interval.Lower:F6},{one.Difference.Interval.Upper:F6},{YesNo(one.Covers(result.Truth))},{one.P:F6},{YesNo(one.Rejects)},{one.Net:F2}\r\n");
        }

        return csv.ToString();
    }

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
