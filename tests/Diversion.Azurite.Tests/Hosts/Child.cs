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
    /// <summary>Serves until standard input ends.</summary>
    public static async Task<int> Run(string connection, string hub, string worker, string clockFile)
    {
        var clock = new FileClock(clockFile);
        var store = new AzureTableStore(new TableServiceClient(connection), NullLogger<AzureTableStore>.Instance);
        await using var host = await DurableHost.Start(
            SharedEmulator.Settings(connection, hub, worker), store, clock, new ShiftedTime(clock, SystemClock.Instance), Log);
        Console.WriteLine(host.Address);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static void Log(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console => console.TimestampFormat = "mm:ss.f ");
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
    }
}
