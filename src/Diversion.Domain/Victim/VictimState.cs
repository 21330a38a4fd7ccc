namespace Diversion.Domain.Victim;

/// <param name="HasVictim">Null until recorded.</param>
public sealed record VictimState(
    bool? HasVictim,
    bool Enhanced = false,
    string? Name = null,
    string? Contact = null,
    bool ViewsSought = false,
    string? Views = null,
    bool? WantsRestorativeJustice = null,
    bool ReferredToSupport = false)
{
    public static readonly VictimState NotRecorded = new((bool?)null);

    /// <summary>The referral to support; null until it is made. Likewise the two below, until the victim is told.</summary>
    public VictimContact? SupportReferral { get; init; }

    public VictimContact? ToldDecision { get; init; }

    public VictimContact? ToldEnding { get; init; }

    /// <summary>Views sought, or there is no victim. Null when nothing is recorded.</summary>
    public bool? ViewsSettled => HasVictim switch { null => null, false => true, true => ViewsSought };
}
