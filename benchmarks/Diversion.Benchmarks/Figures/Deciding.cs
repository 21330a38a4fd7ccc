using System.Diagnostics;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Domain.Agreements;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>
/// Decide and evolve on one core: many agreements with five conditions, interleaved, each through its set-up and its weeks,
/// so that branch predictors and caches cannot adapt to a single one.
/// </summary>
internal static class Deciding
{
    private const int Agreements = 1_000;
    private const int Turns = 40;
    private const double Aim = 500_000;

    public static Figure Measure(Settings settings)
    {
        var scripts = Enumerable.Range(0, Agreements * 2).Where(number => !CaseScript.IsProposed(number)).Take(Agreements).Select(number => new CaseScript(number)).ToArray();
        var signed = scripts.Select(Signed).ToArray();
        var commands = Enumerable.Range(0, Turns).Select(turn => scripts.Select(script => script.Running(turn)).ToArray()).ToArray();
        var measured = new List<double>();
        var bare = new List<double>();
        var events = 0;
        for (var round = 0; round < (settings.Quick ? 6 : 15); round++)
        {
            measured.Add(Decide(signed, commands, out events));
            bare.Add(Copy(signed, events));
        }

        // The first rounds run code that is not fully optimised yet.
        var rate = Samples.Median(measured.Skip(measured.Count / 3));
        var copies = Samples.Median(bare.Skip(bare.Count / 3));
        var perCommand = (double)events / (Agreements * Turns);
        return new Figure(
            "decide + evolve, one core",
            Text($"{rate:N0}/s ({perCommand:0.00} events a command)"),
            Text($"{copies / perCommand:N0}/s (copying the state once an event)"),
            rate / (copies / perCommand),
            "500,000/s",
            rate >= Aim);
    }

    public static AgreementState Signed(CaseScript script)
    {
        AgreementState? state = null;
        foreach (var command in script.Signing())
        {
            var decision = Agreement.Decide(state, command, People.Rulebook.RulesInForceFor(state, command));
            state = decision.Refusal is null ? decision.State : throw new InvalidOperationException($"{command}: {decision.Refusal.Message}");
        }

        return state!;
    }

    private static double Decide(AgreementState[] signed, AgreementCommand[][] commands, out int events)
    {
        var states = signed.ToArray();
        var ground = People.Rulebook.RulesInForceFor(states[0], commands[0][0]);
        events = 0;
        var watch = Stopwatch.StartNew();
        foreach (var turn in commands)
        {
            for (var i = 0; i < states.Length; i++)
            {
                var decision = Agreement.Decide(states[i], turn[i], ground);
                if (decision.Refusal is { } refused)
                {
                    throw new InvalidOperationException($"{turn[i]}: {refused.Message}");
                }

                states[i] = decision.State;
                events += decision.Events.Count;
            }
        }

        return states.Length * commands.Length / watch.Elapsed.TotalSeconds;
    }

    /// <returns>Copies per second: the state, its list of conditions and one condition.</returns>
    private static double Copy(AgreementState[] signed, int events)
    {
        var states = signed.ToArray();
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < events; n++)
        {
            var i = n % states.Length;
            var state = states[i];
            states[i] = state with { Version = state.Version + 1, Conditions = state.Conditions.SetItem(n % 5, state.Conditions[n % 5] with { }) };
        }

        return events / watch.Elapsed.TotalSeconds;
    }
}
