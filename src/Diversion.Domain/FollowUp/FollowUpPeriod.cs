using Diversion.Domain.Agreements;

namespace Diversion.Domain.FollowUp;

/// <summary>A time over which the person is followed up.</summary>
/// <param name="Months">From allocation or signing: offences within them count.</param>
/// <param name="LastDay">The last day on which an offence counts.</param>
/// <param name="FinalOn">The last day on which its outcome counts. The result is final when the records were searched up to it.</param>
/// <param name="Record">By when the result is recorded.</param>
public sealed record FollowUpPeriod(int Months, LocalDate LastDay, LocalDate FinalOn, Deadline Record);
