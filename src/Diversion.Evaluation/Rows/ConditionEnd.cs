namespace Diversion.Evaluation.Rows;

/// <summary>How a condition ended.</summary>
public enum ConditionEnd
{
    Kept,
    Waived,
    Failed,
}
