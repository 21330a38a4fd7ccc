using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

/// <summary>A command of one kind of condition; the kind's folder holds the closed union.</summary>
public abstract record ConditionCommand : AgreementCommand
{
    private protected ConditionCommand()
    {
    }

    public abstract ConditionKind Kind { get; }

    /// <summary>Id of the condition; null when the command is about none.</summary>
    public string? About => Subject.Condition;
}

/// <summary>An event of one kind of condition; the kind's folder holds the closed union.</summary>
public abstract record ConditionKindEvent : AgreementEvent
{
    private protected ConditionKindEvent()
    {
    }

    public abstract ConditionKind Kind { get; }
}
