namespace Diversion.Evaluation.Rows;

/// <summary>What happened from referral to the end. Each date is null until it happened.</summary>
public sealed record CourseFacts
{
    public LocalDate? ReferredOn { get; init; }

    public LocalDate? EligibilityDecidedOn { get; init; }

    /// <summary>Why the person was not eligible; null when eligible or not decided.</summary>
    public string? NotEligibleBecause { get; init; }

    public LocalDate? OfferedOn { get; init; }

    /// <summary>Declined or let lapse.</summary>
    public LocalDate? DeclinedOn { get; init; }

    public LocalDate? SignedOn { get; init; }

    public LocalDate? EndedOn { get; init; }

    /// <summary>Null while the agreement runs, and when there was none.</summary>
    public CourseEnd? End { get; init; }

    public LocalDate? BreachProposedOn { get; init; }

    public LocalDate? BreachDecidedOn { get; init; }

    public bool? BreachConfirmed { get; init; }

    /// <summary>In words; null when no breach was proposed.</summary>
    public string? BreachCause { get; init; }

    /// <summary>Warnings that were not withdrawn.</summary>
    public int Warnings { get; init; }

    public ImmutableArray<ConditionFacts> Conditions { get; init; } = [];

    /// <summary>To providers, one for each pathway that was sent.</summary>
    public ImmutableArray<ReferralFacts> Referrals { get; init; } = [];

    /// <summary>Null when none was offered.</summary>
    public HealthCheckFacts? HealthCheck { get; init; }

    /// <summary>Null for an agreement that was not completed.</summary>
    public ExitPlanFacts? ExitPlan { get; init; }

    public ImmutableArray<Meeting> Meetings { get; init; } = [];
}
