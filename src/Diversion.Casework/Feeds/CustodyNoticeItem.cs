using Diversion.Domain.Conditions.NoReoffending;
using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>
/// One notice from the custody system. Without our reference the case is looked for by PNC id, then custody reference, then
/// name with birth date; a lead confirms what is found.
/// </summary>
/// <param name="Id">The custody system's id. The same id with the same content changes nothing; with other content it is a
/// correction.</param>
/// <param name="Kind"><c>arrest</c>, <c>charge</c>, <c>admission</c>, <c>noFurtherAction</c> or <c>releasedOnBail</c>. Any
/// other word is kept as it is, and somebody is told.</param>
/// <param name="OffenceOn">Day of the new offence, if known.</param>
/// <param name="Agreement">Our reference, such as <c>DV-7K3M9-2QX4P</c>, where the sender knows it.</param>
/// <param name="Bail">The bail that the person was released on.</param>
/// <param name="PncId">With its check letter.</param>
public sealed record CustodyNoticeItem(
    string Id,
    string Kind,
    LocalDate OccurredOn,
    LocalDate? OffenceOn = null,
    string? Agreement = null,
    Bail? Bail = null,
    string? PncId = null,
    string? CustodyReference = null,
    string? Name = null,
    LocalDate? BornOn = null);
