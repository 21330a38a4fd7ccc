using Diversion.Domain.Projects;
using NodaTime;

namespace Diversion.Casework.ProjectEntries;

/// <summary>A project as a reader may see it.</summary>
/// <param name="Supervisor">Name of whoever looks after its sessions; left out while there is nobody.</param>
/// <param name="ChangedBy">Who last changed the entry.</param>
/// <param name="Yours">The reader may change it.</param>
/// <param name="RequestedBy">Who asked for the work; left out for a project that a lead added.</param>
/// <param name="DeclinedBecause">Why a lead said no to the request.</param>
public sealed record ProjectView(
    string Id, int Version, ProjectEntry Entry, ProjectStatus Status, RiskAssessment? Risk, string? Supervisor, string ChangedBy, Instant ChangedAt, bool Yours, string? RequestedBy, string? DeclinedBecause);
