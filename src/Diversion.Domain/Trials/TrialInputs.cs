namespace Diversion.Domain.Trials;

/// <summary>What a decision about a trial needs from outside of it.</summary>
/// <param name="PlanFaults">What is wrong with arms, strata and blocks, in words.</param>
/// <param name="OtherOpen">The title of another trial that is open.</param>
/// <param name="Seal">Of a new seed.</param>
/// <param name="Keys">A new seed and a new key for people, encrypted.</param>
/// <param name="ArmAt">The code of the arm at a position of a stratum's sequence.</param>
/// <param name="Seed">The opened seed, in hexadecimal.</param>
public sealed record TrialInputs(
    ImmutableArray<string> PlanFaults = default,
    string? OtherOpen = null,
    string? Seal = null,
    SealedTrialKeys? Keys = null,
    Func<string, int, string>? ArmAt = null,
    string? Seed = null);
