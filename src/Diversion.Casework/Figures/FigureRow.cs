using Diversion.Domain.Agreements;

namespace Diversion.Casework.Figures;

/// <summary>What one case adds to the figures, as it is stored; a count of nothing is left out.</summary>
/// <param name="Ended">The local month, such as <c>2026-03</c>.</param>
/// <param name="Decided">The month of each decision on a breach and the minutes it took: <c>2026-03:4310 2026-05:95</c>.</param>
/// <param name="Late1">Obligations on the first step of the overdue ladder, and so on.</param>
/// <param name="WaitsForOutcome">1 while what happened to the case has to be recorded.</param>
/// <param name="OutcomeOverdue">1 when that is past its deadline.</param>
public sealed record FigureRow(
    AgreementStatus Status,
    string? Worker,
    string? WorkerName,
    string? Ended,
    string? Decided,
    int? Late1,
    int? Late2,
    int? Late3,
    int? WaitsForOutcome,
    int? OutcomeOverdue,
    int? Warnings);
