namespace Diversion.Domain.Schemes;

/// <summary>
/// The rules of one scheme in one version, as data. Versions are never edited once in force: an agreement keeps the
/// version that it was signed under. Figures and their sources are in the scheme files.
/// </summary>
public sealed record SchemeRules(
    string Name,
    int Version,
    LocalDate EffectiveFrom,
    string Title,
    TermRules Term,
    OfferRules Offer,
    ImmutableArray<EligibilityRule> Eligibility,
    CheckRules Checks,
    ChargeByRules ChargeBy,
    ConditionLimits Conditions,
    RestorativeJusticeRules RestorativeJustice,
    ReparationRules Reparation,
    TagMonitoringRules TagMonitoring,
    SupervisionRules Supervision,
    PathwayRules Pathway,
    RecordingRules Recording,
    EscalationRules Escalation,
    BreachRules Breach,
    VictimRules Victim,
    RetentionRules Retention,
    TellPersonRules? TellPerson = null,
    CaseOutcomeRules? CaseOutcome = null,
    ImmutableArray<RouteRules>? Routes = null,
    ComplaintRules? Complaint = null,
    DonationRules? Donation = null,
    ImmutableArray<CourseRules>? Courses = null,
    LetterOfApologyRules? LetterOfApology = null,
    TransferRules? Transfer = null,
    FollowUpRules? FollowUp = null,
    TextRules? Texts = null,
    HealthCheckRules? HealthCheck = null,
    MentoringRules? Mentoring = null,
    ExitPlanRules? ExitPlan = null)
{
    /// <summary>The programme's vocabulary, from a file of its own; the same for every scheme.</summary>
    public Vocabulary Vocabulary { get; init; } = Vocabulary.Empty;

    /// <summary>From the event to the deadline for telling the person.</summary>
    public int TellWorkingDays => (TellPerson ?? new TellPersonRules()).WorkingDays;

    /// <summary>The default for a scheme from before this setting.</summary>
    public ComplaintRules Complaints => Complaint ?? new ComplaintRules();

    /// <summary>The default for a scheme from before this setting.</summary>
    public LetterOfApologyRules Letters => LetterOfApology ?? new LetterOfApologyRules();

    /// <summary>The default for a scheme from before this setting.</summary>
    public TransferRules Transfers => Transfer ?? new TransferRules();

    /// <summary>The default for a scheme from before this setting.</summary>
    public FollowUpRules FollowUps => FollowUp ?? new FollowUpRules();

    /// <summary>The default for a scheme from before this setting.</summary>
    public HealthCheckRules HealthChecks => HealthCheck ?? new HealthCheckRules();

    /// <summary>The default for a scheme from before this setting.</summary>
    public MentoringRules Mentorings => Mentoring ?? new MentoringRules();

    /// <summary>The default for a scheme from before this setting.</summary>
    public ExitPlanRules ExitPlans => ExitPlan ?? new ExitPlanRules();

    /// <summary>When the person may be sent texts; the default for a scheme from before this setting.</summary>
    public TextRules QuietHours => Texts ?? new TextRules();

    /// <summary>The default for a scheme from before this setting.</summary>
    public CaseOutcomeRules CaseOutcomes => CaseOutcome ?? CaseOutcomeRules.Usual;

    /// <summary>The default for a scheme from before this setting; never empty.</summary>
    public ImmutableArray<RouteRules> AllRoutes() => Routes ?? RouteRules.Usual;

    /// <param name="id">Null for the scheme's first route.</param>
    /// <returns>Null if the scheme has no route of that id.</returns>
    public RouteRules? RouteOf(string? id) => id is null ? AllRoutes()[0] : AllRoutes().FirstOrDefault(route => route.Id == id);

    /// <summary>For a case that has ended: a route of an earlier version is taken for the usual one.</summary>
    public RouteRules RouteOrUsual(string? id) => RouteOf(id) ?? AllRoutes()[0];

    /// <summary>None in a scheme from before this setting.</summary>
    public ImmutableArray<CourseRules> AllCourses() => Courses ?? [];

    /// <param name="id">Null for the scheme's first course.</param>
    /// <returns>Null if the scheme has no course of that id.</returns>
    public CourseRules? CourseOf(string? id) => AllCourses().FirstOrDefault(course => id is null || course.Id == id);

    /// <summary>The Home Office outcome of a case that kept its agreement on that route.</summary>
    public string OutcomeWhenKept(string? route) => RouteOf(route)?.OutcomeCode ?? RouteRules.DeferredProsecution;

    public SchemeRef Reference => new(Name, Version);
}

public sealed record SchemeRef(string Name, int Version)
{
    public override string ToString() => $"{Name}/{Version}";
}
