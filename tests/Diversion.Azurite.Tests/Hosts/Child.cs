using Azure.Core;
using Azure.Data.Tables;
using Diversion.Azurite.Demo;
using Diversion.Functions.Azure.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using NodaTime;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>Engine and worker in a process of their own, which is there to be killed.</summary>
internal static class Child
{
    /// <summary>Waits for a line with the seconds that messages stay hidden, then serves until standard input ends.</summary>
    public static async Task<int> Run(string connection, string hub, string worker, string clockFile)
    {
        if (await Console.In.ReadLineAsync() is not { } visibility)
        {
            return 0;
        }

        var clock = new FileClock(clockFile);
        var tables = new TableClientOptions();
        tables.AddPolicy(new FaultPoint(OrdersBeside(clockFile), StorageStep.OfStore), HttpPipelinePosition.PerRetry);
        var store = new AzureTableStore(new TableServiceClient(connection, tables), NullLogger<AzureTableStore>.Instance);
        var settings = SharedEmulator.Settings(connection, hub, worker) with
        {
            Visibility = TimeSpan.FromSeconds(int.Parse(visibility, System.Globalization.CultureInfo.InvariantCulture)),
            Counter = new FaultPoint(OrdersBeside(clockFile), StorageStep.OfHub),
        };
        await using var host = await DurableHost.Start(settings, store, clock, new ShiftedTime(clock, SystemClock.Instance), Log);
        Console.WriteLine(host.Address);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>The file that says where the process dies.</summary>
    public static string OrdersBeside(string clockFile) => clockFile + ".orders";

    private static void Log(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.TimestampFormat = "mm:ss.f ");
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
    }
}
