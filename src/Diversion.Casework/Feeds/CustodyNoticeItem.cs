using Diversion.Domain.Conditions.NoReoffending;
using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>One notice from the custody system.</summary>
/// <param name="Agreement">The reference, such as <c>DV-7K3M9-2QX4P</c>.</param>
/// <param name="Id">The custody system's id; the same one twice changes nothing.</param>
/// <param name="OffenceOn">Day of the new offence, where known.</param>
public sealed record CustodyNoticeItem(string Agreement, string Id, CustodyNoticeKind Kind, LocalDate OccurredOn, LocalDate? OffenceOn = null);
