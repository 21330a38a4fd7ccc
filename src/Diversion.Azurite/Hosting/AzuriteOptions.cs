namespace Diversion.Azurite.Hosting;

internal sealed record AzuriteOptions(Uri Url, string Folder, bool IsVerbose)
{
    public const string Help = """
        ./run azurite: the demo programme, kept by durable workflows on Azurite, at http://127.0.0.1:7071
          --urls URL    another address of this machine
          --data DIR    where its data lie; data/azurite without it
          --verbose     more of what happens
        """;

    /// <returns>Null for wrong usage.</returns>
    public static AzuriteOptions? Read(string[] args)
    {
        var home = Environment.GetEnvironmentVariable("DIVERSION_HOME") is { Length: > 0 } set ? set : Environment.CurrentDirectory;
        var read = new AzuriteOptions(new Uri("http://127.0.0.1:7071"), Path.Combine(home, "data", "azurite"), false);
        for (var at = 0; at < args.Length; at++)
        {
            switch (args[at])
            {
                case "--verbose":
                    read = read with { IsVerbose = true };
                    break;
                case "--data" when at + 1 < args.Length:
                    read = read with { Folder = Path.GetFullPath(args[++at]) };
                    break;
                case "--urls" when at + 1 < args.Length && Uri.TryCreate(args[at + 1], UriKind.Absolute, out var url) && url is { Scheme: "http", IsLoopback: true, AbsolutePath: "/" }:
                    read = read with { Url = url };
                    at++;
                    break;
                default:
                    return null;
            }
        }

        return read;
    }
}
