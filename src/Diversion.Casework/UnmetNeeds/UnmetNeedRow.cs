using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using NodaTime;

namespace Diversion.Casework.UnmetNeeds;

/// <summary>A need of somebody that no service meets, without what was written about it.</summary>
/// <param name="District">Of the person's home; null when it is not known.</param>
public sealed record UnmetNeedRow(PathwayKind Need, UnmetBecause Because, LocalDate On, LocalDate? MetOn = null, string? District = null);
