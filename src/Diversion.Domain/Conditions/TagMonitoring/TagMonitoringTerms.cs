using Diversion.Domain.Conditions.TagMonitoring;

namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind TagMonitoring { get; } = new("tag-monitoring");
}

public abstract partial record ConditionTerms
{
    public sealed record TagMonitoring(ImmutableArray<TagZone> Zones = default, Curfew? Curfew = null) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.TagMonitoring;
    }
}
