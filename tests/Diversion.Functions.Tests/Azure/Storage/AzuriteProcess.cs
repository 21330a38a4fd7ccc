using Azure.Core;
using Diversion.Functions.Azure.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>One process's store, on an account that other processes have, too.</summary>
internal sealed class AzuriteProcess
{
    private AzuriteProcess(int account)
    {
        Account = account;
        Store = new AzureTableStore(
            AzuriteServer.Account(account, options =>
            {
                options.AddPolicy(Wire, HttpPipelinePosition.BeforeTransport);
                options.Retry.MaxRetries = 2;
                options.Retry.Delay = TimeSpan.FromMilliseconds(1);
                options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
            }),
            NullLogger<AzureTableStore>.Instance);
    }

    public int Account { get; }

    public Wire Wire { get; } = new();

    public AzureTableStore Store { get; }

    /// <summary>On an account of its own, with its tables created.</summary>
    public static async Task<AzuriteProcess> First()
    {
        var process = new AzuriteProcess(AzuriteServer.NewAccount());
        await process.Store.CreateTables();
        return process;
    }

    /// <summary>Another process on the same account.</summary>
    public AzuriteProcess Another() => new(Account);
}
