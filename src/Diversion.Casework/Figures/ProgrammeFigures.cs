using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Figures;

/// <summary>The programme in numbers.</summary>
/// <param name="AsOf">When it was summed.</param>
/// <param name="ByStatus">Every status, including those without cases.</param>
/// <param name="Months">The last twelve, oldest first; the present month is the last.</param>
/// <param name="Overdue">By step of the ladder; "nothing overdue" comes first.</param>
/// <param name="Workload">By key worker, most open cases first; empty for analysts.</param>
public sealed record ProgrammeFigures(
    Instant AsOf,
    int People,
    IReadOnlyList<StatusFigure> ByStatus,
    IReadOnlyList<MonthFigure> Months,
    IReadOnlyList<OverdueFigure> Overdue,
    IReadOnlyList<WorkloadFigure> Workload)
{
    /// <summary>Cases that went back to the police, until what happened to them is recorded.</summary>
    public required OutcomeFigure Outcomes { get; init; }
}

/// <param name="Waiting">What happened to the case still has to be recorded.</param>
/// <param name="Overdue">How many of those are past their deadline.</param>
public sealed record OutcomeFigure(int Waiting, int Overdue);

/// <param name="Title">The status as text.</param>
public sealed record StatusFigure(AgreementStatus Status, string Title, int People);

/// <param name="FirstDay">Of the month; <paramref name="Title"/> is such as "March 2026".</param>
/// <param name="Decisions">Breaches decided in the month, and how long they had waited; left out when there were none.</param>
public sealed record MonthFigure(
    LocalDate FirstDay, string Title, int Completed, int Breached, int Decisions, Duration? MedianToDecision, Duration? LongestToDecision);

/// <param name="Step">0 is nothing overdue.</param>
/// <param name="Told">Who has been told, as text.</param>
/// <param name="Cases">Open cases whose latest obligation is on this step.</param>
/// <param name="Promises">Obligations on this step.</param>
public sealed record OverdueFigure(int Step, string Told, int Cases, int Promises);

/// <param name="Overdue">Overdue obligations in those cases.</param>
/// <param name="Warnings">Valid warnings in those cases.</param>
public sealed record WorkloadFigure(string WorkerId, string Worker, int OpenCases, int Overdue, int Warnings);
