namespace Diversion.Domain.Victim;

/// <summary>One victim of a case: who they are, what they said, and what was promised to them and kept.</summary>
/// <param name="Number">Of the victim in this case, from 1; never given again.</param>
public sealed record VictimState(
    int Number,
    VictimDetails Details,
    bool ViewsSought = false,
    string? Views = null,
    bool? WantsRestorativeJustice = null,
    bool ReferredToSupport = false)
{
    /// <summary>The victim personal statement, or the impact statement of a business; null when they made none.</summary>
    public string? Statement { get; init; }

    public bool? WantsCompensation { get; init; }

    /// <summary>The referral to support; null until it is made. Likewise the two below, until the victim is told.</summary>
    public VictimContact? SupportReferral { get; init; }

    public VictimContact? ToldDecision { get; init; }

    public VictimContact? ToldEnding { get; init; }

    /// <summary>Promises to refer or tell them that were kept by their deadline.</summary>
    public int KeptInTime { get; init; }

    /// <summary>The same, kept after it.</summary>
    public int KeptLate { get; init; }

    /// <summary>They do not want to be told about the case: nothing is promised until they opt back in.</summary>
    public bool OptedOut { get; init; }

    /// <summary>Reviews and complaints that they asked for, oldest first.</summary>
    public ImmutableArray<VictimRequest> Requests { get; init; } = [];

    /// <summary>What they said when they were asked at the end; null when nobody has asked them.</summary>
    public VictimSatisfaction? Satisfaction { get; init; }

    /// <summary>
    /// They were asked for their views, told something, referred, or asked for a review: what was promised to them can no
    /// longer be taken back.
    /// </summary>
    public bool WasContacted => ViewsSought || ReferredToSupport || ToldDecision is not null || ToldEnding is not null || !Requests.IsEmpty || Satisfaction is not null;
}
