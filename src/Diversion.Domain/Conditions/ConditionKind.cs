using System.Globalization;

namespace Diversion.Domain.Conditions;

/// <summary>A kind of condition. Each kind's folder gives its own a name; <see cref="ConditionKinds"/> says which there are.</summary>
/// <param name="Slug">The id of the first condition of the kind, and its name in stored data: <c>tag-monitoring</c>.</param>
public readonly partial record struct ConditionKind(string Slug)
{
    /// <summary>The slug in one word, for names in forms and code: <c>TagMonitoring</c>.</summary>
    public override string ToString() => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Slug).Replace("-", "", StringComparison.Ordinal);
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
