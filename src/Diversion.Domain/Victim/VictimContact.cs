using Diversion.Domain.Telling;

namespace Diversion.Domain.Victim;

/// <summary>One contact that fulfilled an obligation to the victim.</summary>
/// <param name="On">The day. It and the other fields are null when recorded by a version of Diversion that did not ask.</param>
/// <param name="ByWhom">Name of the person who spoke or wrote to the victim.</param>
/// <param name="Said">What was said, by either side.</param>
public sealed record VictimContact(LocalDate? On, ToldHow? How, string? ByWhom, string? Said);
