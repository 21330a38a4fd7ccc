using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Access;

/// <summary>A look at a record by somebody who is not on the case.</summary>
public sealed record AccessEntry(Instant At, string ActorId, string ActorName, Role Role, string Reason, string What);

/// <summary>Who looked at a record outside their own work, when and why (Data Protection Act 2018 s.62). Written before anything is shown.</summary>
public sealed class AccessLog(ITableStore store)
{
    /// <param name="what">What was looked at: "record", "timeline", "breach file".</param>
    public async ValueTask Record(AgreementId agreement, Actor actor, Instant at, string reason, string what, CancellationToken cancellation = default)
    {
        var properties = new Dictionary<string, object>
        {
            ["at"] = Sortable.Ascending(at),
            ["actorId"] = actor.Id,
            ["actorName"] = actor.Name,
            ["role"] = actor.Role.ToString(),
            ["reason"] = reason,
            ["what"] = what,
        };

        // Two looks of one person in one tick are one look.
        var row = new RowChange.Upsert($"{Sortable.Descending(at)}|{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(actor.Id)))[..16]}|{what}", properties);
        await store.Commit(new TableTransaction(Tables.Audit, agreement.Value, [row]), [], cancellation);
    }

    /// <summary>Newest first.</summary>
    public async ValueTask<IReadOnlyList<AccessEntry>> Of(AgreementId agreement, int limit = 100, CancellationToken cancellation = default)
    {
        var page = await store.Query(new TableQuery(Tables.Audit, agreement.Value, Limit: limit), cancellation);
        return
        [
            .. page.Rows.Select(row => new AccessEntry(
                Sortable.Parse(row.Text("at")),
                row.Text("actorId"),
                row.Text("actorName"),
                Enum.Parse<Role>(row.Text("role")),
                row.Text("reason"),
                row.Text("what"))),
        ];
    }
}
