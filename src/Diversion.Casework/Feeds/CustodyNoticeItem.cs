using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>One notice from the custody system.</summary>
/// <param name="Agreement">The reference, such as <c>DV-7K3M9-2QX4P</c>.</param>
/// <param name="Id">The custody system's id. The same id with the same content changes nothing; with other content it is a
/// correction.</param>
/// <param name="Kind"><c>arrest</c>, <c>charge</c>, <c>admission</c>, <c>noFurtherAction</c> or <c>releasedOnBail</c>. Any
/// other word is kept as it is, and somebody is told.</param>
/// <param name="OffenceOn">Day of the new offence, if known.</param>
public sealed record CustodyNoticeItem(string Agreement, string Id, string Kind, LocalDate OccurredOn, LocalDate? OffenceOn = null);
