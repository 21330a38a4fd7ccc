using Diversion.Casework.Actions;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>The result of a command.</summary>
/// <param name="Version">The agreement's version after it; also the ETag.</param>
/// <param name="Events">What was added; empty when it had been done already.</param>
/// <param name="NextDue">When something next falls due automatically; left out when nothing does.</param>
public sealed record CommandAnswer(string Agreement, int Version, AgreementStatus Status, IReadOnlyList<EventName> Events, Instant? NextDue);
