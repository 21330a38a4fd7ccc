using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;

namespace Diversion.Casework.UnmetNeeds;

/// <summary>How often a need is met by no service, for one reason, in one district.</summary>
/// <param name="District">Null when it is not known.</param>
/// <param name="All">Recorded in the period.</param>
/// <param name="Open">Of these, for which nothing has been found.</param>
public sealed record UnmetNeedCount(PathwayKind Need, UnmetBecause Because, string? District, int All, int Open);
