using Diversion.Domain.Agreements;
using Diversion.Domain.Trials;
using NodaTime;

namespace Diversion.Casework.Trials;

/// <summary>A trial as leads and analysts read it: no arm of anybody, no seed before it was opened.</summary>
/// <param name="Seal">SHA-256 of the seed, in hexadecimal; left out before the trial opened.</param>
/// <param name="Seed">In hexadecimal, once it has been opened.</param>
/// <param name="Faults">What a draft lacks before it can open.</param>
public sealed record TrialView(
    string Trial,
    int Version,
    TrialStatus Status,
    TrialProtocol Protocol,
    int ProtocolVersion,
    string? Seal,
    string? Seed,
    TrialStep? Opened,
    TrialStep? Closed,
    TrialStep? SeedOpened,
    IReadOnlyList<TrialAmendment> Amendments,
    IReadOnlyList<string> Faults)
{
    /// <summary>How the allocation goes; left out for whoever only reads the protocol.</summary>
    public TrialProgress? Progress { get; init; }
}

/// <summary>How many were allocated. Never by arm, and nothing of what happened to them.</summary>
/// <param name="Expected">How many there would be by now if they came evenly until the last day; left out without a last day.</param>
/// <param name="NotTaken">Cases that could not take their arm, with the code of the refusal.</param>
public sealed record TrialProgress(
    int Allocated, int Target, int? Expected, IReadOnlyList<StratumCount> Strata, IReadOnlyList<WeekCount> Weeks, int SamePersonAgain, int Waiting, IReadOnlyList<ArmNotTaken> NotTaken);

public sealed record StratumCount(string Stratum, int Allocated);

/// <param name="Week">Its Monday.</param>
/// <param name="InAll">With all weeks before.</param>
/// <param name="Expected">In all by the end of the week, if they came evenly; left out without a last day.</param>
public sealed record WeekCount(LocalDate Week, int Allocated, int InAll, int? Expected);
