using System.Collections.Concurrent;
using System.Diagnostics;
using Diversion.Azurite.Engine;
using Diversion.Functions.WakeUps;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>A child process with engine and worker, and a client of it for this process.</summary>
internal sealed class KillableHost(string connection, string hub, string clockFile, TaskHub taskHub) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> told = [];
    private Process? process;
    private ServiceProvider? client;

    /// <summary>Warnings and errors of all its lives.</summary>
    public IEnumerable<string> Told => told;

    public async Task Start()
    {
        process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(KillableHost).Assembly.Location, connection, hub, "one", clockFile])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, line) => told.Enqueue(line.Data ?? string.Empty);
        process.BeginErrorReadLine();
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The child ended before it served.");
        client = new ServiceCollection().AddLogging().AddEngine(address).BuildServiceProvider();
        taskHub.Meet(client.GetRequiredService<DurableTaskClient>());
    }

    /// <summary>As kill -9: nothing of it is finished or given back.</summary>
    public async Task Kill()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        if (client is not null)
        {
            await client.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await Kill();
}
