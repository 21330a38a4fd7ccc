using Diversion.Casework.Drafts;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A line of the list of drafts.</summary>
/// <param name="Name">The person's name, once typed.</param>
public sealed record OpenDraft(string Id, string? Name, Instant SavedAt)
{
    /// <summary>
    /// The conditions of a referred case are stored among the drafts under its reference; they are not a case of their own.
    /// </summary>
    public static async ValueTask<IReadOnlyList<OpenDraft>> Of(ReferralDrafts drafts, Actor by, CancellationToken cancellation) =>
    [
        .. (await drafts.Of(by, cancellation))
            .Where(draft => !AgreementIds.IsWellFormed(draft.Id))
            .Select(draft => new OpenDraft(draft.Id, draft.Title.Length == 0 ? null : draft.Title, draft.ChangedAt)),
    ];
}
