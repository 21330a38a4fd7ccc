using Diversion.Casework.Agreements;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Trials;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Trials;
using Diversion.Evaluation.Trial;

namespace Diversion.Casework.Maintenance;

/// <summary>What the check of one trial found.</summary>
/// <param name="Checked">Allocations that were as the seed says, before the first fault.</param>
/// <param name="IsSealed">The seed has not been opened yet, so nothing could be recomputed.</param>
/// <param name="Fault">The first fault in words.</param>
public sealed record TrialReport(string Trial, string Title, int Checked, bool IsSealed, string? Fault);

/// <summary>Recomputes the allocations of trials from their opened seeds, and compares the cases with them.</summary>
public static class TrialVerification
{
    /// <param name="only">The code of one trial; null for all.</param>
    public static async Task<IReadOnlyList<TrialReport>> Run(ITableStore store, string? only = null, CancellationToken cancellation = default)
    {
        var reports = new List<TrialReport>();
        var rows = (await store.Query(new TableQuery(Tables.Search, Partitions.Trials, Limit: TableLimits.MostPageRows), cancellation)).Rows;
        foreach (var code in rows.Select(row => row.Row).Where(code => only is null || code == only))
        {
            if (await Find(store, code, cancellation) is { } trial)
            {
                reports.Add(await Check(store, trial, cancellation));
            }
        }

        return reports;
    }

    /// <summary>A trial as its events say; null when there is none.</summary>
    public static async Task<TrialState?> Find(ITableStore store, string code, CancellationToken cancellation = default)
    {
        TrialState? trial = null;
        await foreach (var recorded in new StreamReader<TrialState, TrialEvent>(store, TrialKind.Instance).Events(code, cancellation))
        {
            trial = TrialEvolution.Evolve(trial, recorded.Event);
        }

        return trial;
    }

    private static async Task<TrialReport> Check(ITableStore store, TrialState trial, CancellationToken cancellation)
    {
        if (trial.Seed is null)
        {
            return new(trial.Id.Value, trial.Protocol.Title, 0, true, null);
        }

        if (AllocationSeed.Read(trial.Seed) is not { } seed)
        {
            return new(trial.Id.Value, trial.Protocol.Title, 0, false, "The opened seed is no seed: it is not 64 hexadecimal digits.");
        }

        var check = AllocationCheck.Run(TrialPlans.Of(trial), trial.Seal!, seed, TrialPlans.Records(trial));
        return new(trial.Id.Value, trial.Protocol.Title, check.Checked, false, check.Fault ?? await Cases(store, trial, cancellation));
    }

    private static async Task<string?> Cases(ITableStore store, TrialState trial, CancellationToken cancellation)
    {
        var cases = new StreamReader<AgreementState, AgreementEvent>(store, AgreementKind.Instance);
        foreach (var one in trial.Allocations)
        {
            foreach (var agreement in one.FurtherCases.Prepend(one.Case))
            {
                if (trial.ToPassOn.Any(waiting => waiting.Case == agreement) || trial.NotTaken.Any(not => not.Case == agreement))
                {
                    continue;
                }

                var place = (await cases.Load(agreement.Value, cancellation))?.State.Referral.Allocation;
                if (place is null || place.Trial != trial.Id.Value || place.Code != one.Arm || (place.Position != ReferralEvent.KeptByTheTrial && place.Position != one.Position) || place.Stratum != one.Stratum)
                {
                    return place is null
                        ? $"The case {agreement} has no arm, but the trial allocated \"{one.Arm}\" (number {one.Number})."
                        : $"The case {agreement} says \"{place.Code}\" in {place.Stratum}, but the trial allocated \"{one.Arm}\" at position {one.Position} of {one.Stratum}.";
                }
            }
        }

        return null;
    }
}
