namespace Diversion.Domain.Staff;

/// <summary>How somebody hears of their own tasks by email. What cannot wait comes at once, whatever they chose.</summary>
public enum TaskMail
{
    /// <summary>An email for each task.</summary>
    AtOnce,

    /// <summary>One email in the morning of each working day, with the cases that have tasks.</summary>
    Daily,

    /// <summary>They look at their page.</summary>
    None,
}
