using Diversion.Casework.Drafts;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A line of the list of drafts.</summary>
/// <param name="Name">Of the person, once typed.</param>
public sealed record OpenDraft(string Id, string? Name, Instant SavedAt)
{
    public static async ValueTask<IReadOnlyList<OpenDraft>> Of(DraftStore drafts, Actor by, Instant now, CancellationToken cancellation) =>
    [
        .. (await drafts.All(by, DraftKind.Referral, now, cancellation))
            .Select(draft => new OpenDraft(draft.Id, ReferralDraft.Of(draft).Person?.Name, draft.SavedAt)),
    ];
}
