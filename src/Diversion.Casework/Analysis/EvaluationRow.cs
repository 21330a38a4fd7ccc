using Diversion.Domain.Breach;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Evaluation.Rows;
using NodaTime;

namespace Diversion.Casework.Analysis;

/// <summary>
/// What evaluation needs to know of one case, as it is stored. No name, no birth date, no number of the police; with the
/// reference, since a pseudonym is made when it is read (<see cref="PeopleScan"/>).
/// </summary>
/// <param name="AgeBand">At the referral; see <see cref="AgeBands"/>.</param>
/// <param name="Arm">As allocated: <see cref="TrialFacts.Programme"/> or <see cref="TrialFacts.Control"/>.</param>
/// <param name="Conditions">Each as <see cref="ConditionText"/>; likewise the lists below it.</param>
/// <param name="WorkerMinutes">Of supervision meetings that were held.</param>
/// <param name="Sessions">Sessions of pathways and courses that were attended.</param>
/// <param name="WorkMinutes">Minutes of reparation that were worked.</param>
/// <param name="TagDays">Days from fitting to removal, once removed.</param>
/// <param name="Referrals">Each as <see cref="ReferralText"/>.</param>
/// <param name="HealthCheck">As <see cref="HealthCheckText"/>.</param>
/// <param name="ExitPlan">As <see cref="ExitPlanText"/>.</param>
/// <param name="Trial">Code of the trial that allocated the arm.</param>
public sealed record EvaluationRow(
    string Agreement,
    LocalDate ReferredOn,
    Sex? Sex,
    string? AgeBand,
    string? Ethnicity,
    string? OffenceGroup,
    RiskBand? RiskBand,
    string? Ward,
    string? District,
    string? Arm,
    LocalDate? AllocatedOn,
    string? Stratum,
    string? Received,
    LocalDate? ReceivedOn,
    string? Crossover,
    LocalDate? DecidedOn,
    string? NotEligible,
    LocalDate? OfferedOn,
    LocalDate? DeclinedOn,
    LocalDate? SignedOn,
    LocalDate? EndedOn,
    CourseEnd? End,
    LocalDate? BreachProposedOn,
    LocalDate? BreachDecidedOn,
    BreachDecision? BreachDecision,
    BreachCause? BreachCause,
    int? Warnings,
    IReadOnlyList<string>? Conditions,
    IReadOnlyList<string>? Meetings,
    IReadOnlyList<string>? Victims,
    int? WorkerMinutes,
    int? Sessions,
    int? WorkMinutes,
    int? TagDays,
    IReadOnlyList<string>? FollowUp,
    string? Trial = null,
    IReadOnlyList<string>? Referrals = null,
    string? HealthCheck = null,
    string? ExitPlan = null);
