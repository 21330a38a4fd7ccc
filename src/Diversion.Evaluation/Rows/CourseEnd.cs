namespace Diversion.Evaluation.Rows;

/// <summary>How an agreement ended.</summary>
public enum CourseEnd
{
    Completed,
    Breached,
    Discontinued,
}
