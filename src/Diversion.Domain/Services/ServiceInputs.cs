using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Services;

/// <summary>What a decision on a service goes by.</summary>
/// <param name="Staff">The organisations of the programme.</param>
/// <param name="Deadlines">Of the scheme in force.</param>
public sealed record ServiceInputs(StaffDirectory Staff, Deadlines Deadlines, Vocabulary Words);
