using Diversion.Domain.Agreements;

namespace Diversion.Domain.Scrutiny;

/// <summary>What a decision about a sitting needs from outside of it.</summary>
/// <param name="PanelMembers">Everybody who has the role now.</param>
/// <param name="Seal">Of a new seed.</param>
/// <param name="Key">A new seed, encrypted.</param>
/// <param name="Drawn">The sample, in the order of the draw.</param>
/// <param name="Among">What it was drawn from.</param>
/// <param name="TookPart">The member has worked on the case, or somebody of their name has.</param>
/// <param name="Officer">The officer of the case.</param>
/// <param name="Seed">The opened seed, in hexadecimal.</param>
public sealed record SittingInputs(
    IReadOnlyList<StaffRef>? PanelMembers = null,
    string? Seal = null,
    string? Key = null,
    ImmutableArray<SampledCase> Drawn = default,
    ImmutableArray<DecidedGroup> Among = default,
    bool TookPart = false,
    StaffRef? Officer = null,
    string? Seed = null);
