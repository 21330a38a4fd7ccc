using System.Text.Json.Serialization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using NodaTime;

namespace Diversion.Casework.Conditions;

/// <summary>One condition and its progress. Of the parts below the status, only those of its kind are present.</summary>
/// <param name="Title">The condition as text.</param>
public sealed record ConditionView(
    string Id, ConditionKind Kind, string Title, ConditionStatus Status, Instant? ClosedAt, FailureCause? FailedBy)
{
    /// <summary>The provider or facilitator who carries it out; left out when nobody from outside does.</summary>
    public string? Partner { get; init; }

    /// <summary>The number of the victim whom it is for; left out when it is for none, and for those who do not see that victim.</summary>
    public int? ForVictim { get; init; }

    /// <summary>For the partner who carries it out: what was written about it, newest first. The team sees it on the timeline.</summary>
    public IReadOnlyList<NoteView>? Notes { get; init; }

    public IReadOnlyList<CustodyNotice>? CustodyNotices { get; init; }

    public HoursView? Hours { get; init; }

    public TagView? Tag { get; init; }

    public MeetingsView? Meetings { get; init; }

    public RestorativeView? RestorativeJustice { get; init; }

    public PathwayView? Pathway { get; init; }

    public CompensationView? Compensation { get; init; }

    public LetterOfApologyView? LetterOfApology { get; init; }

    public CourseView? Course { get; init; }

    public DonationView? Donation { get; init; }

    /// <summary>The progress as text, for a page.</summary>
    [JsonIgnore]
    public IEnumerable<(string Key, string Value)> Facts { get; init; } = [];

    /// <summary>Meetings or sessions; left out for those who see only the outcome.</summary>
    public IReadOnlyList<AppointmentView>? Appointments { get; init; }
}

/// <param name="CreditedMinutes">Never above the target.</param>
public sealed record HoursView(int CreditedMinutes, int TargetMinutes, string? Provider, Placement? Placement);

/// <param name="Curfew">Left out when none was agreed.</param>
public sealed record TagView(
    bool? Consent,
    LocalDate? FittedOn,
    LocalDate? RemovedOn,
    int Violations,
    int ViolationLimit,
    IReadOnlyList<TagZone> Zones,
    Curfew? Curfew,
    IReadOnlyList<TagEvent> Events);

/// <param name="Unsettled">Periods, ended or current, without a settled meeting.</param>
public sealed record MeetingsView(int PeriodsOpened, SupervisionPeriod? Current, IReadOnlyList<SupervisionPeriod> Unsettled);

/// <param name="VictimTakesPart">Left out for those who do not see the victim.</param>
public sealed record RestorativeView(
    string Facilitator, LocalDate? ContactedOn, bool? VictimTakesPart, RestorativeProcess? Process, LocalDate? PreparedOn, LocalDate? HeldOn)
{
    /// <summary>The number of the victim with whom it is; left out for those who do not see the victim.</summary>
    public int? Victim { get; init; }

    /// <summary>
    /// What the victim wants now, if it differs from their last answer and has to be recorded again; left out for those who
    /// do not see the victim.
    /// </summary>
    public bool? NewWish { get; init; }
}

/// <param name="Distance">End score minus start score, once both are known.</param>
public sealed record PathwayView(PathwayKind Need, string Provider, PathwayReferral Referral, int? StartScore, int? EndScore, int? Distance, bool Completed, ServiceRef? Service = null)
{
    /// <summary>To reach the person, in the order in which they were recorded; left out when there was none.</summary>
    public IReadOnlyList<ContactAttempt>? Attempts { get; init; }

    /// <summary>The provider has spoken to the person or met them.</summary>
    public bool Reached { get; init; }

    /// <summary>What was decided after a plan of attempts without success.</summary>
    public ContactNext? AfterAttempts { get; init; }
}

/// <param name="Instalments">As agreed, oldest first.</param>
/// <param name="Payments">Those that stand, in the order in which they were recorded.</param>
public sealed record CompensationView(int Pence, int PaidPence, IReadOnlyList<InstalmentView> Instalments, IReadOnlyList<Payment> Payments);

/// <param name="Facilitator">Who checks it; left out when the key worker does.</param>
/// <param name="WrittenOn">Of the last letter that was written.</param>
/// <param name="CheckedOn">Of that letter, once it was found fit.</param>
/// <param name="Anew">The last letter was not fit, and another is to be written.</param>
public sealed record LetterOfApologyView(string? Facilitator, LocalDate? WrittenOn, LocalDate? CheckedOn, bool Anew, LetterEnd? End, LocalDate? EndedOn);

/// <param name="LeastSessions">With so many attended, the whole course counts.</param>
/// <param name="StartsOn">The first day; left out until there is a place.</param>
public sealed record CourseView(string Id, string Title, int Sessions, int LeastSessions, int Attended, string? Provider, LocalDate? StartsOn);

/// <param name="Receipt">Left out for those who do not read notes.</param>
public sealed record DonationView(int Pence, string Charity, LocalDate? MadeOn, string? Receipt);

public sealed record InstalmentView(int Number, int Pence, Instant By);

public sealed record NoteView(Instant At, string Who, Role Role, string Text);

/// <param name="Notice">What the person told us before about not coming; left out when they told nothing.</param>
public sealed record AppointmentView(
    string Id, Instant StartsAt, int Minutes, AppointmentStatus Status, int CreditedMinutes, Instant? EvidenceUntil, string? Place, AbsenceNotice? Notice);
