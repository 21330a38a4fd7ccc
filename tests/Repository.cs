namespace Diversion.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("No Diversion.sln above the tests: run them from a checkout."),
        _ when File.Exists(Path.Combine(folder.FullName, "Diversion.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
