using Azure.Data.Tables;
using Diversion.Azurite.Demo;
using Diversion.Azurite.Emulator;
using Diversion.Azurite.Engine;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;
using Diversion.Local;
using Diversion.Local.Faults;
using Diversion.Local.Hosting;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Diversion.Simulation.Demo;
using Diversion.Simulation.VirtualTime;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Azurite.Hosting;

/// <summary><c>./run azurite</c>: emulator, engine and app, over a demo programme.</summary>
internal static class AzuriteCommand
{
    private const string Hub = "DiversionAzurite";

    public static async Task<int> Run(string[] args)
    {
        if (AzuriteOptions.Read(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(AzuriteOptions.Help);
            return args is ["--help" or "-h"] ? ExitCodes.Ok : ExitCodes.WrongUsage;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            await Serve(options, stop.Token);
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception fault) when (fault is EmulatorException or StorageUnavailableException or CannotGoOnException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return (fault as CannotGoOnException)?.ExitCode ?? ExitCodes.DataUnavailable;
        }
    }

    private static async Task Serve(AzuriteOptions options, CancellationToken cancellation)
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        var schemes = ShippedSchemes.Load(null);
        var rulebook = new Rulebook(schemes.Catalogue, schemes.Calendar, DemoStaff.Programme(options.Url));
        using var held = DataFolder.Hold(options.Folder);
        using var emulator = await Storage(options.Folder, cancellation);
        var clock = await Demo(options.Folder, emulator.Connection, rulebook, cancellation);
        var settings = EngineSettings.Read(emulator.Connection, Hub, "azurite") with { LongestPolling = TimeSpan.FromSeconds(1) };
        await using var engine = await DurableEngine.Start(settings, logging => AzuriteApp.Logging(logging, options.IsVerbose), cancellation);
        await using var app = AzuriteApp.Build(emulator.Connection, engine, rulebook, clock, options.Folder, options.Url, options.IsVerbose);
        await app.Services.GetRequiredService<BlobDocumentStore>().CreateContainer(cancellation);
        await Server.Start(app, [options.Url], cancellation);
        Console.WriteLine($"Diversion is ready at {options.Url.OriginalString} after {began.Elapsed.TotalSeconds:F0} s: durable workflows on Azurite, data in {options.Folder} (a demo: everybody in it is made up). Ctrl-C stops it.");
        app.Services.GetRequiredService<DurableJourney>().BeginTimers();
        await app.WaitForShutdownAsync(cancellation);
    }

    private static async Task<AzuriteEmulator> Storage(string folder, CancellationToken cancellation)
    {
        var storage = Path.Combine(folder, "storage");
        if (DemoStorage.IsMissing(folder) && Directory.Exists(storage))
        {
            Directory.Delete(storage, recursive: true);
        }

        return await AzuriteEmulator.Start(storage, cancellation: cancellation);
    }

    /// <summary>The demo programme, made on first use, and its clock.</summary>
    private static async Task<TimeMachine> Demo(string folder, string connection, Rulebook rulebook, CancellationToken cancellation)
    {
        var store = new AzureTableStore(new TableServiceClient(connection), NullLogger<AzureTableStore>.Instance);
        await store.CreateTables(cancellation);
        if (DemoStorage.IsMissing(folder))
        {
            await Console.Error.WriteLineAsync($"Making the demo programme in {folder} ...");
            await DemoStorage.Make(folder, store, rulebook, AzuriteApp.KeysOf(folder), cancellation);
        }

        return await DemoClockSetting.Load(store, SystemClock.Instance, cancellation);
    }
}
