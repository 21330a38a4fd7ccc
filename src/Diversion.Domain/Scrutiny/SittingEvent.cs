using Diversion.Domain.Agreements;

namespace Diversion.Domain.Scrutiny;

/// <summary>Something that happened in a sitting. A stored event is a contract, as an agreement's.</summary>
public abstract record SittingEvent
{
    private SittingEvent()
    {
    }

    /// <param name="Seal">SHA-256 of the seed, published before the cases are drawn.</param>
    /// <param name="Key">The seed, encrypted with the installation's key.</param>
    public sealed record SittingPlanned(string Quarter, ImmutableArray<StaffRef> Members, int Size, string Seal, string Key, StaffRef By, Instant At) : SittingEvent;

    /// <param name="Among">Every decided case of the quarter by group, so that the draw can be done again from the opened seed.</param>
    public sealed record SampleDrawn(ImmutableArray<SampledCase> Cases, ImmutableArray<DecidedGroup> Among, StaffRef By, Instant At) : SittingEvent;

    public sealed record VerdictGiven(int Case, StaffRef Member, PanelVerdict Verdict, string? Observations, Instant At) : SittingEvent;

    /// <param name="Officer">Whose case it is on that day; null when it is nobody's any more.</param>
    public sealed record PanelVerdictRecorded(int Case, PanelVerdict Verdict, string Feedback, StaffRef? Officer, StaffRef By, Instant At) : SittingEvent;

    /// <param name="Seed">In hexadecimal; null for a sitting in which nothing was drawn.</param>
    public sealed record SittingClosed(string? Seed, StaffRef By, Instant At) : SittingEvent;

    public sealed record FeedbackRead(int Case, StaffRef By, Instant At) : SittingEvent;
}

/// <summary>A case of the sample.</summary>
/// <param name="Number">In the sample, from 1, in the order in which it was drawn. The panel knows it by this number alone.</param>
public sealed record SampledCase(int Number, AgreementId Agreement, string Group);

/// <summary>Every case of one group of the quarter.</summary>
public sealed record DecidedGroup(string Group, ImmutableArray<AgreementId> Cases);
