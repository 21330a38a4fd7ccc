using Diversion.Casework.Conditions;
using Diversion.Casework.Documents;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Papers;

/// <summary>Which file a case has: it follows from its status.</summary>
public enum CaseFileKind
{
    /// <summary>While a breach is under review, and after it was confirmed: for the decision on the breach and on the charge.</summary>
    Breach,

    /// <summary>After the completion: why no charge follows.</summary>
    Completion,
}

/// <summary>The whole case as one document: what a lead and a lawyer need to decide, or to see why no charge follows.</summary>
/// <param name="MadeAt">When this copy was made.</param>
/// <param name="Versions">The agreement as signed, and each version since, oldest first.</param>
/// <param name="Conditions">Each condition, and what became of it.</param>
/// <param name="Hearings">For each proposal, how the person was told and what they answered, oldest first.</param>
/// <param name="Evidence">Attendance, excused periods, tag events, notices, violence, oldest first.</param>
/// <param name="Decisions">Proposals, alerts, warnings and decisions, oldest first.</param>
/// <param name="Contacts">Each time the person was told or written to, oldest first; what was said to a victim is with that victim.</param>
/// <param name="Papers">Those that the reader may see, oldest first.</param>
/// <param name="Chronology">Everything, in the order in which it happened.</param>
public sealed record CaseFile(
    CaseFileKind Kind,
    string Programme,
    string Agreement,
    AgreementStatus Status,
    Instant MadeAt,
    CaseFileBasis Basis,
    IReadOnlyList<PaperVersion> Versions,
    IReadOnlyList<ConditionView> Conditions,
    IReadOnlyList<CaseFileFailure> Failures,
    IReadOnlyList<CaseFileWarning> Warnings,
    IReadOnlyList<CaseFileHearing> Hearings,
    IReadOnlyList<TimelineItem> Evidence,
    IReadOnlyList<TimelineItem> Decisions,
    IReadOnlyList<CaseFileContact> Contacts,
    IReadOnlyList<DocumentView> Papers,
    IReadOnlyList<ChronologyEntry> Chronology)
{
    /// <summary>Left out while the agreement runs.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>The Home Office code that the police record after a completion; left out in a breach file.</summary>
    public string? OutcomeCode { get; init; }

    /// <summary>How many papers the case has that the reader may not see.</summary>
    public int PapersNotShown { get; init; }
}

/// <summary>Somebody told or wrote to the person or the victim, or tried to.</summary>
/// <param name="At">Left out if only the day is known.</param>
/// <param name="What">What it was about, as a sentence.</param>
/// <param name="How">How, and whether it arrived; left out when it is not known.</param>
/// <param name="By">Left out where nobody did: Diversion sent it by itself.</param>
/// <param name="Said">What was said, by either side.</param>
public sealed record CaseFileContact(LocalDate On, Instant? At, string What, string? How, string? By, string? Said)
{
    /// <summary>The number of the victim; left out for the person.</summary>
    public int? Victim { get; init; }
}

/// <summary>Who, for which offence, and on what basis the agreement was offered.</summary>
/// <param name="ApprovedBy">Who approved eligibility; left out when nobody did.</param>
/// <param name="Rules">Each rule with its answer and the facts that it is based on.</param>
/// <param name="HasVictim">Left out when nothing was recorded, and for those who do not see victims, as are <paramref name="Victims"/>.</param>
/// <param name="Victims">Each apart: what one of them said is for nobody who speaks with another.</param>
public sealed record CaseFileBasis(
    string Name,
    LocalDate BornOn,
    string? Address,
    string? CustodyReference,
    Offence Offence,
    ChargeByView ChargeBy,
    CaseBasisView Basis,
    StaffRef Officer,
    Instant ReferredAt,
    string? ApprovedBy,
    Instant? ApprovedAt,
    IReadOnlyList<RuleAnswer> Rules,
    IReadOnlyList<CaseFileOverride> Overrides,
    bool? HasVictim,
    IReadOnlyList<CaseFileVictim>? Victims,
    LocalDate SignedOn,
    LocalDate LastDay,
    string? KeyWorker)
{
    /// <summary>The offences beside the first one; left out when there are none.</summary>
    public IReadOnlyList<NumberedOffence>? FurtherOffences { get; init; }
}

/// <summary>A rule that a sergeant overrode.</summary>
public sealed record CaseFileOverride(string What, string Reason, string? By, Instant? At);

/// <param name="Number">Of the victim in this case.</param>
public sealed record CaseFileVictim(int Number, VictimKind Kind, string? Name, string? ContactPerson, bool ViewsSought, string? Views, bool? WantsRestorativeJustice)
{
    /// <summary>Left out when they made none.</summary>
    public string? Statement { get; init; }

    public bool? WantsCompensation { get; init; }

    /// <summary>Each time somebody told or wrote to this victim, oldest first.</summary>
    public IReadOnlyList<CaseFileContact> Contacts { get; init; } = [];
}

/// <param name="Number">In the order in which they were recorded.</param>
/// <param name="What">What was not done.</param>
/// <param name="HappenedAt">Left out if only the day is known.</param>
/// <param name="Reason">The reason given, or what was written about it; left out when there is none that the reader may see.</param>
/// <param name="NotCounted">Why it does not count; left out when it does.</param>
/// <param name="Warning">The number of the warning that it caused.</param>
public sealed record CaseFileFailure(
    int Number,
    FailureKind Kind,
    string? Condition,
    string What,
    LocalDate HappenedOn,
    Instant? HappenedAt,
    Instant RecordedAt,
    string RecordedBy,
    Role Role,
    string? Reason,
    string? NotCounted,
    int? Warning)
{
    /// <summary>What the person told us before the absence, how, when, and whether it was accepted; left out when they told nothing.</summary>
    public string? ToldBefore { get; init; }
}

/// <param name="ByRule">The scheme's rule gave it for the failure that <paramref name="GivenBy"/> recorded; otherwise they
/// decided it.</param>
/// <param name="Failure">The number of the failure that caused it.</param>
/// <param name="Told">When and how the person was told, as a sentence; left out when nobody has recorded it.</param>
/// <param name="Said">What was said, and what the person answered.</param>
/// <param name="Withdrawn">When, by whom and why it was withdrawn, as a sentence.</param>
public sealed record CaseFileWarning(
    int Number, WarningLevel Level, Instant GivenAt, string GivenBy, bool ByRule, int? Failure, string? Told, string? Said, string? Withdrawn)
{
    /// <summary>What the person says against it.</summary>
    public IReadOnlyList<CaseFileAnswer> Objections { get; init; } = [];

    /// <summary>Papers that the person gave with it.</summary>
    public IReadOnlyList<PaperWithAnswer> Papers { get; init; } = [];

    /// <summary>Who decided on what the person says against it, when, how and why, as a sentence; left out when nobody has.</summary>
    public string? Decided { get; init; }
}

/// <summary>A paper that the person gave with what they say.</summary>
/// <param name="What">What it is, in words.</param>
public sealed record PaperWithAnswer(string Id, string What, Instant KeptAt, string From, string Sha256);

/// <summary>Whether the person was heard about a proposed breach.</summary>
/// <param name="Told">When and how the person was told of the proposal, as a sentence; left out when nobody has recorded it.</param>
/// <param name="Until">Until when the person may answer, or might have; left out where nobody asked them.</param>
/// <param name="EarlyReason">Why it was confirmed before the person had answered.</param>
/// <param name="Waits">It is not decided, and is confirmed now only with such a reason.</param>
public sealed record CaseFileHearing(
    int Number, Instant ProposedAt, string? Told, string? Said, Instant? Until, IReadOnlyList<CaseFileAnswer> Answers, string? EarlyReason, bool Waits)
{
    /// <summary>Papers that the person gave with their answer.</summary>
    public IReadOnlyList<PaperWithAnswer> Papers { get; init; } = [];

    /// <summary>When it was decided; left out while it waits.</summary>
    public Instant? DecidedAt { get; init; }
}

/// <param name="Declines">They do not wish to answer.</param>
/// <param name="How">How it was given, in words.</param>
/// <param name="Corrected">Another answer replaces it: <paramref name="Number"/> of that one is larger.</param>
/// <param name="Reason">Why it replaces an earlier one.</param>
public sealed record CaseFileAnswer(
    int Number, Instant AnsweredAt, string How, bool Declines, string? Said, string RecordedBy, Instant RecordedAt, int? Corrects, bool Corrected, string? Reason);

/// <param name="HappenedAt">Left out if only the day is known.</param>
public sealed record ChronologyEntry(
    LocalDate HappenedOn, Instant? HappenedAt, Instant RecordedAt, string Who, Role Role, bool ByRule, string What, string? Reason);
