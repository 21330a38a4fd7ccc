using Diversion.Domain.Agreements;

namespace Diversion.Domain.Trials;

/// <summary>Something that happened in a trial. A stored event is a contract, as an agreement's.</summary>
public abstract record TrialEvent
{
    private TrialEvent()
    {
    }

    public sealed record TrialDrafted(string Trial, TrialProtocol Protocol) : TrialEvent;

    /// <param name="Seal">SHA-256 of the seed, in hexadecimal.</param>
    public sealed record TrialOpened(string Seal, SealedTrialKeys Keys, StaffRef By, Instant At) : TrialEvent;

    /// <param name="Protocol">All of it, as it is now.</param>
    public sealed record ProtocolAmended(int ProtocolVersion, TrialProtocol Protocol, ImmutableArray<string> Changed, string Reason, StaffRef By, Instant At) : TrialEvent;

    public sealed record PersonAllocated(int Number, AgreementId Case, string Stratum, int Position, string Arm, PersonMarks Person, bool? ResearchConsent, Instant At) : TrialEvent;

    /// <summary>The same person again: the first allocation stands for this case too.</summary>
    /// <param name="Number">Of the first allocation.</param>
    public sealed record AllocationStood(int Number, AgreementId Case, bool? ResearchConsent, Instant At) : TrialEvent;

    /// <summary>Cases have the arm, or could not take it.</summary>
    public sealed record CasesFollowed(ImmutableArray<CaseAnswer> Cases) : TrialEvent;

    public sealed record TrialClosed(string Reason, StaffRef By, Instant At) : TrialEvent;

    /// <param name="Seed">In hexadecimal.</param>
    public sealed record SeedOpened(string Seed, StaffRef By, Instant At) : TrialEvent;
}
