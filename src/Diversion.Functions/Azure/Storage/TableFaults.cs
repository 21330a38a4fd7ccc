using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace Diversion.Functions.Azure.Storage;

/// <summary>What an Azure Tables error means for the operator. The text has no keys and no contents.</summary>
internal static class TableFaults
{
    /// <summary>What is wrong and what to do; null when it is not an outage but a bug, or the caller's own cancellation.</summary>
    public static string? Explain(Exception fault, Uri service, CancellationToken cancellation = default)
    {
        var store = $"The table store at {service.Host}";
        return fault switch
        {
            OperationCanceledException when cancellation.IsCancellationRequested => null,
            AuthenticationFailedException =>
                $"No token for {service.Host} could be had. In Azure, check that the app's identity exists and that AZURE_CLIENT_ID names it; on a developer's machine, run `az login`.",
            RequestFailedException { Status: 401 or 403 } =>
                $"{store} refuses this app. Give its identity the role Storage Table Data Contributor on the storage account, and check that the account's network rules let the app in.",
            RequestFailedException missing when missing.ErrorCode == TableErrorCode.TableNotFound =>
                $"{store} lacks a table. Restart the app: it makes its tables when it starts. If there was data, restore it first.",
            RequestFailedException { Status: 429 or 503 } =>
                $"{store} has more to do than it can. Try again in a minute; if it lasts, look at the storage account's throttling.",
            RequestFailedException { Status: 0 or 408 or 409 or >= 500 } or AggregateException or OperationCanceledException or IOException or HttpRequestException =>
                $"{store} does not answer. Try again in a minute; if it lasts, check the network and the state of Azure Storage.",
            _ => null,
        };
    }
}
