using System.Text.Json;

namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>
/// What a parameter file would deploy, as predicted by <c>bicep snapshot</c>: loops, conditions and parameters evaluated;
/// references to things that exist only after deployment stay expressions.
/// </summary>
internal sealed class Deployment
{
    private static readonly Lazy<Task<Deployment>> TheDev = new(() => Foretell("dev"));
    private static readonly Lazy<Task<Deployment>> TheProd = new(() => Foretell("prod"));

    private Deployment(string text) =>
        Resources = [.. JsonDocument.Parse(text).RootElement.GetProperty("predictedResources").EnumerateArray()];

    public static Task<Deployment> Dev => TheDev.Value;

    public static Task<Deployment> Prod => TheProd.Value;

    public static Task<Deployment> Of(string installation) => installation == "prod" ? Prod : Dev;

    public IReadOnlyList<JsonElement> Resources { get; }

    public IEnumerable<JsonElement> OfType(string type) =>
        Resources.Where(resource => resource.GetProperty("type").GetString() == type);

    /// <summary>The only resource of its type whose name ends like this.</summary>
    public JsonElement One(string type, string nameEnd = "") => Assert.Single(
        OfType(type), resource => resource.GetProperty("name").GetString()!.EndsWith(nameEnd, StringComparison.Ordinal));

    /// <param name="more">Lines for the end of the parameter file.</param>
    public static Task<Deployment> With(string installation, string more) => Foretell(installation, more);

    private static async Task<Deployment> Foretell(string installation, string more = "")
    {
        using var copy = new TemplateCopy();
        await File.AppendAllTextAsync(Path.Combine(copy.Folder, $"{installation}.bicepparam"), $"\n{more}\n");
        var run = await Bicep.Run(
            "snapshot", Path.Combine(copy.Folder, $"{installation}.bicepparam"), "--mode", "overwrite",
            "--tenant-id", Samples.Tenant, "--subscription-id", Samples.Subscription,
            "--resource-group", "diversion", "--location", "uksouth", "--deployment-name", "main");
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        return new Deployment(await File.ReadAllTextAsync(Path.Combine(copy.Folder, $"{installation}.snapshot.json")));
    }
}
