using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.FollowUps;

/// <summary>The results of follow-up that are owed, those due first at the top; for analysts under pseudonyms.</summary>
public sealed class FollowUpQuery(ITableStore store, Cursor cursors, Pseudonyms pseudonyms)
{
    private const string List = "follow-up";
    private const int PageSize = 50;

    public async ValueTask<Reply<Page<FollowUpItem>>> Of(Actor by, Instant now, string? cursor, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayImportReoffences(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var opened = cursors.Open(List, cursor);
        if (opened is not Reply<string?>.Given { Value: var after })
        {
            return ((Reply<string?>.Refused)opened).Refusal;
        }

        var page = await store.Query(new TableQuery(Tables.Caseload, Partitions.Analysts, after is null ? null : after + " ", Limit: PageSize), cancellation);
        return new Page<FollowUpItem>(
            [.. page.Rows.Select(row => Show(RowOf<FollowUpRow>.Read(row), by, now))],
            page.Continuation is null ? null : cursors.Seal(List, page.Rows[^1].Row));
    }

    private FollowUpItem Show(FollowUpRow row, Actor by, Instant now) => new(
        AccessPolicy.Register(by) is { Pseudonymised: true } ? pseudonyms.Of(row.Agreement) : row.Agreement, row.Months, row.FinalOn, row.Due, row.Due < now);
}
