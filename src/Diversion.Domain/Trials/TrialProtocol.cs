namespace Diversion.Domain.Trials;

/// <summary>What a trial does and how it is judged, fixed before the first person is allocated.</summary>
/// <param name="FollowUpMonths">Such as 12 and 24.</param>
/// <param name="Arms">In this order they are part of the sequence, as are factors and block sizes.</param>
/// <param name="Factors">What a stratum is made of; none makes one stratum.</param>
/// <param name="BlockSizes">The sizes from which that of each block is drawn.</param>
/// <param name="Target">How many people are to be allocated.</param>
/// <param name="From">The first day of allocation.</param>
/// <param name="Until">The last day; null when only the target ends it.</param>
/// <param name="MasksInterim">Outcomes by arm are hidden from everybody but the analyst until the trial closes.</param>
/// <param name="AsksResearchConsent">Each person is asked whether their data may be used for research.</param>
public sealed record TrialProtocol(
    string Title,
    string PrimaryOutcome,
    ImmutableArray<int> FollowUpMonths,
    ImmutableArray<ProtocolArm> Arms,
    ImmutableArray<ProtocolFactor> Factors,
    ImmutableArray<int> BlockSizes,
    int Target,
    LocalDate From,
    LocalDate? Until,
    string StoppingRule,
    string AnalysisPlan,
    TreatmentRule Treatment,
    bool MasksInterim,
    bool AsksResearchConsent)
{
    /// <summary>Of the public register of trials.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Which register: ISRCTN, ClinicalTrials.gov, a university's.</summary>
    public string? RegisteredAt { get; init; }

    /// <summary>Name and version of the harm index, such as "Cambridge Crime Harm Index 2020".</summary>
    public string? HarmIndex { get; init; }

    public ProtocolArm? ArmOf(string code) => Arms.FirstOrDefault(arm => arm.Code == code);

    /// <summary>Whether people are allocated on that day, while the trial is open.</summary>
    public bool TakesOn(LocalDate day) => day >= From && (Until is not { } last || day <= last);

    /// <summary>Equal in everything; lists item by item.</summary>
    public bool SameAs(TrialProtocol other) => Changes(other).IsEmpty;

    /// <summary>Which parts of the other protocol are different, in words.</summary>
    public ImmutableArray<string> Changes(TrialProtocol other)
    {
        var changed = ImmutableArray.CreateBuilder<string>();
        Note("title", Title == other.Title);
        Note("registration", RegistrationNumber == other.RegistrationNumber && RegisteredAt == other.RegisteredAt);
        Note("primary outcome", PrimaryOutcome == other.PrimaryOutcome);
        Note("follow-up", FollowUpMonths.SequenceEqual(other.FollowUpMonths));
        Note("arms", Arms.SequenceEqual(other.Arms));
        Note("strata", SameFactors(other));
        Note("block sizes", BlockSizes.SequenceEqual(other.BlockSizes));
        Note("target", Target == other.Target);
        Note("dates", From == other.From && Until == other.Until);
        Note("stopping rule", StoppingRule == other.StoppingRule);
        Note("harm index", HarmIndex == other.HarmIndex);
        Note("analysis plan", AnalysisPlan == other.AnalysisPlan);
        Note("what counts as treated", Treatment == other.Treatment);
        Note("masking", MasksInterim == other.MasksInterim);
        Note("research consent", AsksResearchConsent == other.AsksResearchConsent);
        return changed.ToImmutable();

        void Note(string what, bool same)
        {
            if (!same)
            {
                changed.Add(what);
            }
        }
    }

    /// <summary>The parts that the sequence is made of, and that no amendment changes. What an arm is called may be put better.</summary>
    internal bool HasSameSequence(TrialProtocol other) =>
        Arms.Select(arm => (arm.Code, arm.Ratio, arm.IsControl)).SequenceEqual(other.Arms.Select(arm => (arm.Code, arm.Ratio, arm.IsControl)))
        && SameFactors(other) && BlockSizes.SequenceEqual(other.BlockSizes);

    private bool SameFactors(TrialProtocol other) =>
        Factors.Length == other.Factors.Length && Factors.Zip(other.Factors).All(pair => pair.First.SameAs(pair.Second));
}

/// <summary>What has to have happened for a person to count as treated (Turning Point: diagnosis meeting within 72 hours, and signed).</summary>
public enum TreatmentRule
{
    Signed,
    SignedAndMetWithin72Hours,
}

/// <param name="Code">Stored with each allocation.</param>
/// <param name="Ratio">How many of this arm for how many of the others.</param>
/// <param name="IsControl">Usual processing.</param>
public sealed record ProtocolArm(string Code, string Name, int Ratio = 1, bool IsControl = false);

/// <param name="Values">Codes, each a value that the fact can have.</param>
public sealed record ProtocolFactor(StratumFact Fact, ImmutableArray<string> Values)
{
    public bool SameAs(ProtocolFactor other) => Fact == other.Fact && Values.SequenceEqual(other.Values);
}
