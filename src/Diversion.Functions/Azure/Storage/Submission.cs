using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Diversion.Functions.Azure.Storage;

/// <summary>How an entity group transaction ended.</summary>
internal abstract record Submission
{
    private Submission()
    {
    }

    /// <param name="ETags">By row key, of the rows written.</param>
    internal sealed record Applied(IReadOnlyDictionary<string, ETag> ETags) : Submission;

    /// <param name="RowKey">The row whose condition did not hold; nothing was applied.</param>
    internal sealed record Conflict(string RowKey) : Submission;

    /// <summary>Submits until it is applied or conflicts.</summary>
    /// <remarks>
    /// The port takes the deletion of a missing row for done, Azure for a fault of the whole transaction: such a
    /// deletion is left out and the rest submitted again. Whoever makes that very row in between is taken to have come
    /// after this transaction.
    /// </remarks>
    /// <exception cref="RequestFailedException">Anything but a conflict.</exception>
    public static async Task<Submission> Of(TableClient table, IEnumerable<TableTransactionAction> changes)
    {
        var actions = changes.ToList();
        while (actions.Count > 0)
        {
            try
            {
                // What has begun is seen to its end: its result has to be told.
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

    /// <summary>An ETag that the service cannot read is told like any other fault of the request; it is a conflict if the row has another.</summary>
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
