using Diversion.Domain.Staff;

namespace Diversion.Casework.Staff;

/// <summary>How somebody hears of their own tasks by email.</summary>
/// <param name="Choice">Null when the directory does not have them.</param>
/// <param name="Email">Null when the directory has none.</param>
public sealed record OwnTaskMail(TaskMail? Choice, string? Email);
