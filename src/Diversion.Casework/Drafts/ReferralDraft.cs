using NodaTime;

namespace Diversion.Casework.Drafts;

/// <summary>What somebody has typed for a referral that does not exist yet.</summary>
/// <param name="Title">Helps its author recognise it, such as the name typed so far.</param>
/// <param name="Json">What was typed, in the pages' own format; only they read it.</param>
/// <param name="ETag">Needed to save it again.</param>
public sealed record ReferralDraft(string Id, string Title, string Json, Instant ChangedAt, string ETag);
