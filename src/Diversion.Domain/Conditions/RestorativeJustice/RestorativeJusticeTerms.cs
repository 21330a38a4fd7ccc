using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

public readonly partial record struct ConditionKind
{
    public static ConditionKind RestorativeJustice { get; } = new("restorative-justice");
}

public abstract partial record ConditionTerms
{
    /// <param name="Victim">The number of the victim with whom it is; may be left out when the case has only one.</param>
    public sealed record RestorativeJustice(StaffRef Facilitator, int? Victim = null) : ConditionTerms
    {
        public override ConditionKind Kind => ConditionKind.RestorativeJustice;
    }
}
