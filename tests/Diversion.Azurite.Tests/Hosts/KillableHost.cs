using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Diversion.Azurite.Engine;
using Diversion.Functions.WakeUps;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>A child process with engine and worker that dies where it is told, and a client of it for this process.</summary>
/// <param name="visibility">In seconds: how long what a dead one had taken stays hidden.</param>
internal sealed class KillableHost(string connection, string hub, string clockFile, TaskHub taskHub, int visibility) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const int MostNudges = 6;

    private readonly ConcurrentQueue<string> told = [];
    private readonly string orders = Child.OrdersBeside(clockFile);
    private Process? process;
    private Process? next;
    private ServiceProvider? client;

    /// <summary>Warnings and errors of all its lives.</summary>
    public IEnumerable<string> Told => told;

    public async Task Start()
    {
        process = next ?? Begin();
        await process.StandardInput.WriteLineAsync(visibility.ToString(CultureInfo.InvariantCulture));
        await process.StandardInput.FlushAsync();
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The child ended before it served.");
        client = new ServiceCollection().AddLogging().AddEngine(address).BuildServiceProvider();
        taskHub.Meet(client.GetRequiredService<DurableTaskClient>());

        // The one after it already waits, so that the next start takes less time.
        next = Begin();
    }

    /// <param name="place">One of <see cref="FaultPoint.All"/>: the next time that it gets there, the child ends.</param>
    public void DieAt(string place) => File.WriteAllText(orders, place);

    /// <param name="nudge">For a place that the work has not come to: it has happened without that step.</param>
    /// <returns>False when it never comes to the place at which it is to die.</returns>
    public async Task<bool> HasDied(Func<Task> nudge)
    {
        for (var nudges = 0; nudges < MostNudges; nudges++)
        {
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await process!.WaitForExitAsync(patience.Token);
                File.Delete(orders);
                await Bury();
                return true;
            }
            catch (OperationCanceledException)
            {
                await nudge();
            }
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        process?.Kill();
        next?.Kill();
        File.Delete(orders);
        await Bury();
        next?.Dispose();
    }

    private async Task Bury()
    {
        process?.Dispose();
        process = null;
        if (client is not null)
        {
            await client.DisposeAsync();
            client = null;
        }
    }

    private Process Begin()
    {
        var begun = Process.Start(new ProcessStartInfo("dotnet", [typeof(KillableHost).Assembly.Location, connection, hub, "one", clockFile])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        begun.ErrorDataReceived += (_, line) => told.Enqueue(line.Data ?? string.Empty);
        begun.BeginErrorReadLine();
        return begun;
    }
}
