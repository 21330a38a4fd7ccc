using Diversion.Local.Hosting;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Diversion.Local.Tests.Hosting;

public sealed class LoopWhileServingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Nothing_is_done_before_the_server_serves()
    {
        using var life = new Life();
        using var loop = new Counted(life);

        await loop.StartAsync(default);
        Assert.False(loop.Worked.Task.IsCompleted);

        await life.Started.CancelAsync();
        await loop.Worked.Task.WaitAsync(Patience);
        await loop.StopAsync(default);
    }

    [Fact]
    public async Task Nothing_is_done_when_the_server_could_not_start()
    {
        using var life = new Life();
        using var loop = new Counted(life);

        await loop.StartAsync(default);
        await loop.StopAsync(default).WaitAsync(Patience);

        Assert.False(loop.Worked.Task.IsCompleted);
    }

    private sealed class Counted(IHostApplicationLifetime life) : LoopWhileServing(life)
    {
        public TaskCompletionSource Worked { get; } = new();

        protected override Task Loop(CancellationToken stopping)
        {
            Worked.SetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class Life : IHostApplicationLifetime, IDisposable
    {
        public CancellationTokenSource Started { get; } = new();

        public CancellationToken ApplicationStarted => Started.Token;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication()
        {
        }

        public void Dispose() => Started.Dispose();
    }
}
