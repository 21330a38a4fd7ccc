using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Access;

/// <summary>A read of a record by somebody who is not on the case, or an export of cases; stored in this form.</summary>
/// <param name="What">The part of the record, or which cases.</param>
public sealed record AccessEntry(Instant At, string ActorId, string ActorName, Role Role, string Reason, string What);

/// <summary>
/// Logs who read a record outside their own work, and who exported cases of the register, when and why (Data Protection Act
/// 2018 s.62). Written before anything is shown.
/// </summary>
public sealed class AccessLog(ITableStore store)
{
    private const string Erased = "Erased";

    /// <summary>No agreement has this id.</summary>
    private const string Register = "register";

    private const string BySharing = "By the sharing agreement with their organisation.";

    /// <param name="what">What was read: "record", "timeline", "breach file".</param>
    public ValueTask Record(AgreementId agreement, Actor actor, Instant at, string reason, string what, CancellationToken cancellation = default) =>
        Write(agreement.Value, what, new AccessEntry(at, actor.Id, actor.Name, actor.Role, reason, what), cancellation);

    /// <param name="what">Which cases, in words.</param>
    public ValueTask RecordDownload(Actor actor, Instant at, string reason, string what, CancellationToken cancellation = default) =>
        Write(Register, Register, new AccessEntry(at, actor.Id, actor.Name, actor.Role, reason, what), cancellation);

    /// <summary>A look at what an organisation is told of a person. It is kept on the case, and under the organisation.</summary>
    /// <param name="what">For which purposes.</param>
    public async ValueTask RecordShared(AgreementId agreement, Actor actor, Instant at, string what, CancellationToken cancellation = default)
    {
        await Write(agreement.Value, what, new AccessEntry(at, actor.Id, actor.Name, actor.Role, BySharing, what), cancellation);
        await Write(OfOrganisation(actor.Organisation!), agreement.Value, new AccessEntry(at, actor.Id, actor.Name, actor.Role, BySharing, $"{agreement}: {what}"), cancellation);
    }

    /// <summary>What people of an organisation looked at under its sharing agreements, newest first.</summary>
    public ValueTask<IReadOnlyList<AccessEntry>> SharedWith(string organisation, int limit, CancellationToken cancellation = default) => Read(OfOrganisation(organisation), limit, cancellation);

    /// <summary>The entry of that moment about exactly this; null when there is none.</summary>
    public async ValueTask<AccessEntry?> Find(AgreementId agreement, Instant at, string what, CancellationToken cancellation = default)
    {
        var moment = Sortable.Descending(at);
        var page = await store.Query(new TableQuery(Tables.Audit, agreement.Value, $"{moment}|", $"{moment}}}"), cancellation);
        return page.Rows.Select(RowOf<AccessEntry>.Read).FirstOrDefault(entry => entry.What == what);
    }

    /// <summary>Newest first.</summary>
    public ValueTask<IReadOnlyList<AccessEntry>> Of(AgreementId agreement, int limit = 100, CancellationToken cancellation = default) =>
        Read(agreement.Value, limit, cancellation);

    /// <summary>For the register, newest first.</summary>
    public ValueTask<IReadOnlyList<AccessEntry>> Downloads(int limit, CancellationToken cancellation = default) => Read(Register, limit, cancellation);

    /// <summary>Who looked, and when, stays; why they did may name the person.</summary>
    internal async ValueTask EraseReasons(AgreementId agreement, CancellationToken cancellation)
    {
        await foreach (var row in store.Rows(Tables.Audit, agreement.Value, cancellation: cancellation))
        {
            await store.Commit(
                new TableTransaction(Tables.Audit, agreement.Value, [new RowChange.Upsert(row.Row, RowOf<AccessEntry>.Write(RowOf<AccessEntry>.Read(row) with { Reason = Erased }))]), [], cancellation);
        }
    }

    /// <param name="part">Reads by the same person of the same part at the same tick count as one.</param>
    private async ValueTask Write(string partition, string part, AccessEntry entry, CancellationToken cancellation)
    {
        var who = Hash(entry.ActorId);
        await store.Commit(
            new TableTransaction(Tables.Audit, partition, [new RowChange.Upsert($"{Sortable.Descending(entry.At)}|{who}|{part}", RowOf<AccessEntry>.Write(entry))]), [], cancellation);
    }

    private static string OfOrganisation(string name) => $"shared-with-{Hash(name)}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private async ValueTask<IReadOnlyList<AccessEntry>> Read(string partition, int limit, CancellationToken cancellation)
    {
        var page = await store.Query(new TableQuery(Tables.Audit, partition, Limit: limit), cancellation);
        return [.. page.Rows.Select(RowOf<AccessEntry>.Read)];
    }
}
