using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage;
using Azure.Storage.Blobs;
using Diversion.Azurite.Emulator;

namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>
/// The emulator of Azure Storage, started once for all tests of this process and stopped with it. Each test has an account
/// of its own, which is empty.
/// </summary>
internal static class AzuriteServer
{
    private const int Accounts = 600;
    private const string Key = "a2V5";
    private static readonly Lazy<AzuriteEmulator> Running = new(Start);
    private static int used;

    /// <summary>The next empty account.</summary>
    /// <exception cref="SkippedException">The emulator cannot run here.</exception>
    public static TableServiceClient Account() => Account(NewAccount());

    /// <summary>The number of the next empty account, for tests that open it more than once.</summary>
    public static int NewAccount() => Interlocked.Increment(ref used);

    public static TableServiceClient Account(int number, Action<TableClientOptions>? configure = null)
    {
        Assert.InRange(number, 1, Accounts);
        var options = new TableClientOptions();
        configure?.Invoke(options);
        return new TableServiceClient(
            new Uri(Running.Value.Tables, Name(number)), new TableSharedKeyCredential(Name(number), Key), options);
    }

    /// <summary>The blobs of the next empty account.</summary>
    /// <exception cref="SkippedException">The emulator cannot run here.</exception>
    public static BlobServiceClient Blobs()
    {
        var name = Name(NewAccount());
        return new BlobServiceClient(new Uri(Running.Value.Blobs, name), new StorageSharedKeyCredential(name, Key));
    }

    /// <summary>As an app is given it in its settings, for tables and blobs.</summary>
    public static string Connection(int number) =>
        $"DefaultEndpointsProtocol=http;AccountName={Name(number)};AccountKey={Key};BlobEndpoint={new Uri(Running.Value.Blobs, Name(number))};TableEndpoint={new Uri(Running.Value.Tables, Name(number))};";

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"account{number:D4}");

    private static AzuriteEmulator Start()
    {
        try
        {
            var accounts = string.Join(';', Enumerable.Range(1, Accounts).Select(number => $"{Name(number)}:{Key}"));
            var emulator = Task.Run(() => AzuriteEmulator.Start(folder: null, accounts: accounts)).GetAwaiter().GetResult();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => emulator.Dispose();
            return emulator;
        }
        catch (EmulatorException missing)
        {
            throw new SkippedException(missing.Message);
        }
    }
}
