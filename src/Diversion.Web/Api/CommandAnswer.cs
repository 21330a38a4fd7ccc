using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>What a command came to.</summary>
/// <param name="Version">Of the agreement after it; also the ETag.</param>
/// <param name="Events">What was added; empty when it was so before.</param>
/// <param name="NextDue">When something next falls due by itself; left out when nothing does.</param>
public sealed record CommandAnswer(string Agreement, int Version, AgreementStatus Status, IReadOnlyList<EventName> Events, Instant? NextDue);
