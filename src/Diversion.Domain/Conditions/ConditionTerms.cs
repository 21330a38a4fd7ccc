using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;

namespace Diversion.Domain.Conditions;

/// <summary>What the person signs up to, as drafted.</summary>
public abstract record ConditionTerms
{
    private ConditionTerms()
    {
    }

    public abstract ConditionKind Kind { get; }

    public sealed record NoReoffending : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.NoReoffending;
    }

    public sealed record RestorativeJustice(StaffRef Facilitator) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.RestorativeJustice;
    }

    /// <param name="Hours">Null takes the scheme's default.</param>
    public sealed record Reparation(int? Hours = null, string? Provider = null) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Reparation;
    }

    public sealed record TagMonitoring(ImmutableArray<TagZone> Zones = default, Curfew? Curfew = null) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.TagMonitoring;
    }

    public sealed record Supervision : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Supervision;
    }

    public sealed record Pathway(PathwayKind Need, string Provider) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Pathway;
    }
}
