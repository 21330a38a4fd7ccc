using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Trials;

public enum TrialStatus
{
    Draft,
    Open,
    Closed,

    /// <summary>Closed, and its seed opened: everybody can recompute the allocations.</summary>
    Unsealed,
}

/// <summary>One randomised trial: its protocol, and everybody who was allocated in it.</summary>
/// <param name="ProtocolVersion">0 for a draft, 1 as opened, one more with each amendment.</param>
public sealed record TrialState(int Version, TrialId Id, TrialProtocol Protocol, TrialStatus Status = TrialStatus.Draft, int ProtocolVersion = 0) : IStreamState
{
    /// <summary>How long the officer's own request has to write the arm on the case before the clock does.</summary>
    public static readonly Duration PassOnAfter = Duration.FromMinutes(1);

    /// <summary>SHA-256 of the seed, in hexadecimal, published when the trial opened.</summary>
    public string? Seal { get; init; }

    /// <summary>Encrypted; null before the trial opened.</summary>
    public SealedTrialKeys? Keys { get; init; }

    /// <summary>The seed in hexadecimal, once it has been opened after the close.</summary>
    public string? Seed { get; init; }

    public TrialStep? Opened { get; init; }

    public TrialStep? Closed { get; init; }

    public TrialStep? SeedOpened { get; init; }

    public ImmutableArray<TrialAmendment> Amendments { get; init; } = [];

    /// <summary>In the order in which they were made.</summary>
    public ImmutableArray<PersonAllocation> Allocations { get; init; } = [];

    /// <summary>Cases that may not have their arm yet.</summary>
    public ImmutableArray<ArmToPassOn> ToPassOn { get; init; } = [];

    /// <summary>Cases that could not take their arm; a lead looks at each.</summary>
    public ImmutableArray<ArmNotTaken> NotTaken { get; init; } = [];

    public Instant? NextDue => ToPassOn.IsEmpty ? null : ToPassOn.Min(waiting => waiting.At) + PassOnAfter;

    /// <summary>The next position of a stratum's sequence.</summary>
    public int NextPosition(string stratum) => Allocations.Count(one => one.Stratum == stratum) + 1;

    public PersonAllocation? OfCase(AgreementId agreement) => Allocations.FirstOrDefault(one => one.Case == agreement || one.FurtherCases.Contains(agreement));

    /// <summary>The first allocation of the same person, by whichever case.</summary>
    public PersonAllocation? OfPerson(PersonMarks marks) => Allocations.FirstOrDefault(one => one.Person.IsSame(marks));

    /// <summary>What the case is to record; null when the trial allocated it nothing.</summary>
    public DrawnArm? ArmFor(AgreementId agreement)
    {
        if (OfCase(agreement) is not { } one)
        {
            return null;
        }

        var waiting = ToPassOn.FirstOrDefault(waiting => waiting.Case == agreement);
        var arm = Protocol.ArmOf(one.Arm) is { IsControl: true } ? TrialArm.Control : TrialArm.Programme;
        return new DrawnArm(Id.Value, one.Number, arm, one.Arm, one.Stratum, waiting?.At ?? one.At)
        {
            FirstCase = one.Case == agreement ? null : one.Case,
            ResearchConsent = waiting?.ResearchConsent,
        };
    }
}

/// <summary>Who did something, and when.</summary>
public sealed record TrialStep(StaffRef By, Instant At, string? Reason = null);

/// <param name="Version">Of the protocol since.</param>
/// <param name="Changed">The parts that changed, in words.</param>
public sealed record TrialAmendment(int Version, ImmutableArray<string> Changed, string Reason, StaffRef By, Instant At);

/// <summary>The two keys of a trial as they are stored: encrypted with the installation's key, in base64.</summary>
/// <param name="Seed">The 256 bits of the sequence.</param>
/// <param name="People">The key under which people are recognised. It stays secret when the seed is opened.</param>
public sealed record SealedTrialKeys(string Seed, string People);

/// <param name="Number">From 1, over the whole trial.</param>
/// <param name="Position">From 1, in the stratum's sequence.</param>
/// <param name="Arm">Code.</param>
public sealed record PersonAllocation(int Number, AgreementId Case, string Stratum, int Position, string Arm, PersonMarks Person, Instant At)
{
    /// <summary>Later cases of the same person, for which this allocation stands.</summary>
    public ImmutableArray<AgreementId> FurtherCases { get; init; } = [];
}

/// <param name="At">When it was allocated.</param>
public sealed record ArmToPassOn(AgreementId Case, Instant At, bool? ResearchConsent = null);

/// <param name="Refusal">Code.</param>
public sealed record ArmNotTaken(AgreementId Case, string Refusal);
