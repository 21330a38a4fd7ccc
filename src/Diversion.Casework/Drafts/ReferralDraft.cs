using NodaTime;

namespace Diversion.Casework.Drafts;

/// <summary>What somebody has typed of a referral that does not exist yet.</summary>
/// <param name="Title">By which its author knows it again, such as the name typed so far.</param>
/// <param name="Json">What was typed, as the pages keep it; only they read it.</param>
/// <param name="ETag">To be given when it is saved again.</param>
public sealed record ReferralDraft(string Id, string Title, string Json, Instant ChangedAt, string ETag);
