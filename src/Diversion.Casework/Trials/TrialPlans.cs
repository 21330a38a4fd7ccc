using Diversion.Domain.Trials;
using Diversion.Evaluation.Trial;

namespace Diversion.Casework.Trials;

/// <summary>The part of a protocol that the sequence is made of, as the sequence reads it.</summary>
public static class TrialPlans
{
    public static AllocationPlan Of(TrialState trial) => Of(trial.Id, trial.Protocol);

    public static AllocationPlan Of(TrialId id, TrialProtocol protocol) => new(
        id.Value,
        [.. protocol.Arms.Select(arm => new TrialArm(arm.Code, arm.Name, arm.Ratio, arm.IsControl))],
        [.. protocol.Factors.Select(factor => new StratumFactor(StratumFacts.CodeOf(factor.Fact), factor.Values))],
        protocol.BlockSizes);

    /// <summary>Everybody allocated, by their number in the trial.</summary>
    public static IEnumerable<AllocationRecord> Records(TrialState trial) =>
        trial.Allocations.Select(one => new AllocationRecord(one.Stratum, one.Position, one.Arm, $"person {one.Number}", one.At));
}
