using Diversion.Azurite.Demo;
using Diversion.Azurite.Engine;
using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Functions.Activities;
using Diversion.Functions.Hosting;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.WakeUps;
using Diversion.Web;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>The app's workflows and activities on the real engine, in this process, with the hub on the emulator.</summary>
internal sealed class DurableHost : IAsyncDisposable
{
    private readonly DurableEngine engine;
    private readonly IHost worker;

    private DurableHost(DurableEngine engine, IHost worker)
    {
        this.engine = engine;
        this.worker = worker;
    }

    public string Address => engine.Address;

    public CaseworkService Casework => Get<CaseworkService>();

    public DurableTaskClient Client => Get<DurableTaskClient>();

    public WorkflowWakeUps WakeUps => Get<WorkflowWakeUps>();

    public PostOffice Post => Get<PostOffice>();

    public static async Task<DurableHost> Start(EngineSettings settings, ITableStore store, IClock clock, IHubTime time, Action<ILoggingBuilder>? logging = null)
    {
        var serving = await DurableEngine.Start(settings, logging ?? (_ => { }));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging(logging ?? (_ => { }));
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton<PostOffice>();
        builder.Services.AddSingleton<IMailer>(services => services.GetRequiredService<PostOffice>());
        builder.Services.AddSingleton<IPublisher>(services => services.GetRequiredService<PostOffice>());
        if (store is IUnfinishedCommits unfinished)
        {
            builder.Services.AddSingleton(unfinished);
        }

        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IDataKeys>(new WrappingKey(new byte[WrappingKey.Bytes]));
        builder.Services.AddCasework(Programmes.Rulebook);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<IChangeListener>(services => services.GetRequiredService<WorkflowWakeUps>());
        builder.Services.AddSingleton(services => new DueSweep(store, services.GetRequiredService<StreamServices>(), services.GetRequiredService<ILogger<DueSweep>>()));
        builder.Services.AddEngine(serving);
        var working = builder.Build();
        await working.StartAsync();
        var host = new DurableHost(serving, working);
        host.Get<TaskHub>().Meet(host.Client);
        return host;
    }

    public T Get<T>() where T : notnull => worker.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync();
        worker.Dispose();
        await engine.DisposeAsync();
    }
}
