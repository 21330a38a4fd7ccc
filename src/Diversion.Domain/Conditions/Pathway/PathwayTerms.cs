using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind Pathway { get; } = new("pathway");
}

public abstract partial record ConditionTerms
{
    public sealed record Pathway(PathwayKind Need, string Provider) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.Pathway;

        public override PathwayKind? ForNeed => Need;

        /// <summary>Which of the provider's services; null where none of the directory was chosen. The provider is then the directory's.</summary>
        public ServiceRef? Service { get; init; }
    }
}
