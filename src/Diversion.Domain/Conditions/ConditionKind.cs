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
    /// <summary>Being arranged.</summary>
    SettingUp,

    /// <summary>Arranged and carried out.</summary>
    InProgress,
    Kept,
    Waived,

    /// <summary>Replaced by another condition in a later version of the agreement.</summary>
    Substituted,
    Failed,
}

/// <summary>Who a failure is down to. What the service caused never counts against the person.</summary>
public enum FailureCause
{
    Participant,
    Service,
}
