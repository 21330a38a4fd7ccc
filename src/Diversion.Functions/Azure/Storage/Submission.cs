using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Diversion.Functions.Azure.Storage;

/// <summary>The result of an entity group transaction.</summary>
internal abstract record Submission
{
    private Submission()
    {
    }

    /// <param name="ETags">By row key, for the rows written.</param>
    internal sealed record Applied(IReadOnlyDictionary<string, ETag> ETags) : Submission;

    /// <param name="RowKey">The row whose condition failed; nothing was applied.</param>
    internal sealed record Conflict(string RowKey) : Submission;

    /// <summary>Submits until it is applied or conflicts.</summary>
    /// <remarks>For the port, deleting a missing row succeeds; for Azure it fails the whole transaction. Such a deletion is
    /// left out and the rest submitted again. If somebody creates that very row in between, that counts as having happened
    /// after this transaction.
    /// </remarks>
    /// <exception cref="RequestFailedException">Anything except a conflict.</exception>
    public static async Task<Submission> Of(TableClient table, IEnumerable<TableTransactionAction> changes)
    {
        var actions = changes.ToList();
        while (actions.Count > 0)
        {
            try
            {
                // Not cancelled once begun: the result has to be reported.
                var response = await table.SubmitTransactionAsync(actions, CancellationToken.None);
                return new Applied(Given(actions, response.Value));
            }
            catch (TableTransactionFailedException fault) when (fault.FailedTransactionActionIndex is { } at && at < actions.Count)
            {
                var failed = actions[at];
                if (IsDeletionOfMissing(failed, fault))
                {
                    actions.RemoveAt(at);
                }
                else if (IsConflict(failed, fault) || await HasForeignETag(table, failed, fault))
                {
                    return new Conflict(failed.Entity.RowKey);
                }
                else
                {
                    throw;
                }
            }
        }

        return new Applied(new Dictionary<string, ETag>(StringComparer.Ordinal));
    }

    private static bool IsDeletionOfMissing(TableTransactionAction action, RequestFailedException fault) =>
        action.ActionType == TableTransactionActionType.Delete && action.ETag == ETag.All && IsMissingRow(fault);

    private static bool IsConflict(TableTransactionAction action, RequestFailedException fault) => action.ActionType switch
    {
        TableTransactionActionType.Add => fault.ErrorCode == TableErrorCode.EntityAlreadyExists,
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete => fault.Status == 412 || IsMissingRow(fault),
        _ => false,
    };

    private static bool IsMissingRow(RequestFailedException fault) =>
        fault.Status == 404 && (fault.ErrorCode == TableErrorCode.ResourceNotFound || fault.ErrorCode == TableErrorCode.EntityNotFound);

    /// <summary>
    /// An ETag that the service cannot parse is reported like any other faulty request; it is a conflict if the row has
    /// another one.
    /// </summary>
    private static async Task<bool> HasForeignETag(TableClient table, TableTransactionAction action, RequestFailedException fault)
    {
        if (fault.Status != 400 || fault.ErrorCode != TableErrorCode.InvalidInput || action.ETag == default || action.ETag == ETag.All)
        {
            return false;
        }

        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            action.Entity.PartitionKey, action.Entity.RowKey, ["RowKey"], CancellationToken.None);
        return !row.HasValue || row.Value!.ETag != action.ETag;
    }

    private static Dictionary<string, ETag> Given(List<TableTransactionAction> actions, IReadOnlyList<Response> responses)
    {
        var etags = new Dictionary<string, ETag>(actions.Count, StringComparer.Ordinal);
        for (var i = 0; i < actions.Count; i++)
        {
            if (responses[i].Headers.ETag is { } etag)
            {
                etags[actions[i].Entity.RowKey] = etag;
            }
        }

        return etags;
    }
}
