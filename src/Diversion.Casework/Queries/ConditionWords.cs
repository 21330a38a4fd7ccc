namespace Diversion.Casework.Queries;

/// <summary>Conditions by their ids, in words.</summary>
public static class ConditionWords
{
    /// <summary><c>pathway-2</c> is "pathway 2".</summary>
    public static string Of(string conditionId) => conditionId switch
    {
        "no-reoffending" => "no reoffending",
        "restorative-justice" => "restorative justice",
        "reparation" => "reparation",
        "tag-monitoring" => "tag monitoring",
        "supervision" => "supervision meetings",
        "pathway" => "pathway",
        _ => conditionId.Replace('-', ' '),
    };
}
