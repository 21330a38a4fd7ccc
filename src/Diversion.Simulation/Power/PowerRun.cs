using Diversion.Casework.UnitCosts;
using System.Collections.Immutable;
using Diversion.Casework.Analysis;
using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Money;

namespace Diversion.Simulation.Power;

/// <summary>Simulates trials in memory: people, allocation by the real sequence, and the analysis that the pages show.</summary>
public static class PowerRun
{
    private static readonly Arms Arms = new("programme", "control");

    /// <param name="threads">Trials at the same time; it never changes the result.</param>
    /// <param name="done">Called with the number of trials that are done, from any thread.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static PowerResult Run(TrialOrder order, int threads, Action<int>? done, CancellationToken cancellation)
    {
        var (people, costs) = (new TrialPeople(order), UnitCostFile.Examples);
        var findings = new TrialFinding[order.Trials];
        var finished = 0;
        Parallel.For(0, order.Trials, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, trial =>
        {
            findings[trial] = Find(trial + 1, people.Of(trial), order, costs);
            done?.Invoke(Interlocked.Increment(ref finished));
        });
        return new(order, TrialTruth.Of(order, costs), ImmutableArray.Create(findings));
    }

    private static TrialFinding Find(int number, IReadOnlyList<Evaluation.Rows.PersonRow> people, TrialOrder order, CostSheet costs)
    {
        var result = TrialResult.Of(people, Arms, order.Rule);
        var (programme, control) = (result.Programme.People, result.Control.People);
        if (result.Difference.Estimate is not { } difference || result.P is not { } p)
        {
            // Among few people in many strata an arm may be empty: such a trial cannot say anything.
            return new(number, TrialResult.Share(programme), TrialResult.Share(control), new Estimate(0, -1, 1), 1, 0);
        }

        var agreements = CostMeasure.Of(people, costs).Net / programme.Known.Length;
        var crime = ReoffendingCost.Mean(programme, costs)!.Value - ReoffendingCost.Mean(control, costs)!.Value;
        return new(
            number,
            TrialResult.Share(programme),
            TrialResult.Share(control),
            difference,
            p,
            (double)agreements + crime);
    }
}
