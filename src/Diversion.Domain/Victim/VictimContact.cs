using Diversion.Domain.Telling;

namespace Diversion.Domain.Victim;

/// <summary>One contact by which a promise to the victim was kept.</summary>
/// <param name="On">The day; null when it was recorded by a version of Diversion that did not ask, as is each of the others.</param>
/// <param name="ByWhom">Name of whoever spoke or wrote to the victim.</param>
/// <param name="Said">What was said, by either side.</param>
public sealed record VictimContact(LocalDate? On, ToldHow? How, string? ByWhom, string? Said);
