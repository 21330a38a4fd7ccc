namespace Diversion.Casework.Actions;

/// <summary>Something that the viewer may do with a case now, or could if a rule did not forbid it.</summary>
/// <param name="Command">The command's name in the catalogue, such as <c>record-attendance</c>.</param>
/// <param name="Label">The text of the button.</param>
/// <param name="Condition">Id of the condition that it is about; left out when it is about the agreement.</param>
/// <param name="Item">What in the condition or agreement: the id of an appointment, tag event or alert, the number of a
/// warning or period, the name of a check, assessment or piece of news.</param>
/// <param name="About">Condition and item in words; left out when it is about the agreement as a whole.</param>
/// <param name="NeedsReason">The command is refused without a reason.</param>
/// <param name="Blocked">Why it may not be done, shown beside a disabled button; left out when it may be done.</param>
public sealed record ActionView(string Command, string Label, string? Condition, string? Item, string? About, bool NeedsReason, string? Blocked);
