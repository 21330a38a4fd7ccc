using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

/// <summary>A command of one kind of condition; the kind's folder holds the closed union.</summary>
public abstract record ConditionCommand : AgreementCommand
{
    private protected ConditionCommand()
    {
    }

    internal abstract ConditionKind Kind { get; }
}

/// <summary>An event of one kind of condition; the kind's folder holds the closed union.</summary>
public abstract record ConditionKindEvent : AgreementEvent
{
    private protected ConditionKindEvent()
    {
    }

    internal abstract ConditionKind Kind { get; }
}
