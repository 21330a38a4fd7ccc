using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Domain.Conditions;

/// <summary>What the person signs up to, as drafted.</summary>
/// <remarks>Each kind's folder holds its own.</remarks>
public abstract partial record ConditionTerms
{
    private protected ConditionTerms()
    {
    }

    public abstract ConditionKind Kind { get; }

    /// <summary>The need that it meets; null for a kind that is not there for one need.</summary>
    public virtual PathwayKind? ForNeed => null;
}
