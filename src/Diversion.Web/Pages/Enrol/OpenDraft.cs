using Diversion.Casework;
using Diversion.Casework.Drafts;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A line of the list of drafts.</summary>
/// <param name="Name">Of the person, once typed.</param>
public sealed record OpenDraft(string Id, string? Name, Instant SavedAt)
{
    /// <summary>Conditions of a case that is referred lie among the drafts under its reference; they are no case of their own.</summary>
    public static async ValueTask<IReadOnlyList<OpenDraft>> Of(ReferralDrafts drafts, Actor by, CancellationToken cancellation) =>
    [
        .. (await drafts.Of(by, cancellation))
            .Where(draft => !AgreementIds.IsWellFormed(draft.Id))
            .Select(draft => new OpenDraft(draft.Id, draft.Title.Length == 0 ? null : draft.Title, draft.ChangedAt)),
    ];
}
