namespace Diversion.Domain.FollowUp;

/// <summary>A time in custody, in which the person could hardly offend. Both days are included.</summary>
/// <param name="Until">Null while the person is still in custody.</param>
public sealed record CustodyTime(LocalDate From, LocalDate? Until);
