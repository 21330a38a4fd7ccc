using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Trials;

/// <summary>A request about a trial.</summary>
public abstract record TrialCommand : StreamCommand<TrialEvent>
{
    private TrialCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Cases get the arm that they may not have yet.</summary>
    /// <param name="Followed">What the cases answered; empty when none was asked.</param>
    public sealed record TimePassed(ImmutableArray<CaseAnswer> Followed = default) : TrialCommand;

    /// <summary>Begins a trial, or writes its draft anew.</summary>
    public sealed record DraftTrial(TrialProtocol Protocol) : TrialCommand;

    /// <summary>Freezes the protocol and publishes the seal. Allocation begins on the protocol's first day.</summary>
    public sealed record OpenTrial : TrialCommand;

    /// <summary>Changes an open or closed trial's protocol, except what the sequence is made of.</summary>
    public sealed record AmendTrial(TrialProtocol Protocol) : TrialCommand;

    /// <summary>Gives a person their arm, once.</summary>
    /// <param name="Stratum">As the facts on the case say.</param>
    public sealed record AllocatePerson(AgreementId Case, string Stratum, PersonMarks Person, bool? ResearchConsent) : TrialCommand;

    /// <summary>Nobody is allocated any more.</summary>
    public sealed record CloseTrial : TrialCommand;

    /// <summary>Makes the seed of a closed trial known, so that anybody can recompute the allocations.</summary>
    public sealed record UnsealTrial : TrialCommand;
}

/// <param name="Refusal">Code; null when the case has its arm.</param>
public sealed record CaseAnswer(AgreementId Case, string? Refusal = null);
