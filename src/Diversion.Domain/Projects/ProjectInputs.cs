using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Projects;

/// <summary>What a decision on a project goes by.</summary>
/// <param name="Staff">The organisations of the programme, and those of their people who supervise.</param>
/// <param name="Deadlines">Of the scheme in force.</param>
public sealed record ProjectInputs(StaffDirectory Staff, Deadlines Deadlines);
