using NodaTime;

namespace Diversion.Casework.Services;

/// <summary>One referral to a service, as the agreement has it.</summary>
/// <param name="SentAt">Null for referrals from before this was stored.</param>
public sealed record ServiceUseRow(string Agreement, string Condition, ServiceUse Use, Instant? SentAt = null, Instant? AcceptedAt = null);
