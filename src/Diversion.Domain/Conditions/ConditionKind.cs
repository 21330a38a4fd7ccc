namespace Diversion.Domain.Conditions;

public enum ConditionKind
{
    NoReoffending,
    RestorativeJustice,
    Reparation,
    TagMonitoring,
    Supervision,
    Pathway,
}

public enum ConditionStatus
{
    /// <summary>Being set up.</summary>
    SettingUp,

    /// <summary>Set up and being carried out.</summary>
    InProgress,
    Kept,
    Waived,

    /// <summary>Replaced by another condition in a later version of the agreement.</summary>
    Substituted,
    Failed,
}

/// <summary>Who is responsible for a failure. What the service caused never counts against the person.</summary>
public enum FailureCause
{
    Participant,
    Service,
}
