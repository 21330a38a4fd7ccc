namespace Diversion.Domain.Victim;

/// <summary>
/// What a victim said at the end, asked whether they would answer three questions, and a fourth after restorative justice: each from 1, very dissatisfied, to 5, very
/// satisfied. Null in <see cref="VictimState"/> until they were asked: not asked is not declined.
/// </summary>
/// <param name="On">The day on which they were asked.</param>
/// <param name="ByWhom">Who asked them.</param>
/// <param name="Answered">False: they did not wish to answer.</param>
/// <param name="Informed">How satisfied they are with how they were kept informed; null where they left it out.</param>
/// <param name="Treated">With how they were treated.</param>
/// <param name="Outcome">With what came of the case.</param>
/// <param name="Restorative">With restorative justice, where it took place with them.</param>
public sealed record VictimSatisfaction(LocalDate On, string ByWhom, bool Answered, int? Informed = null, int? Treated = null, int? Outcome = null, int? Restorative = null);
