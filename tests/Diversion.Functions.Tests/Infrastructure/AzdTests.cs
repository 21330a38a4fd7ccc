namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>
/// What <c>azure.yaml</c> refers to for the Azure Developer CLI exists, and its keys and values are those of the CLI's schema
/// (Azure/azure-dev, schemas/v1.0/azure.yaml.json). The CLI itself is not run.
/// </summary>
public sealed class AzdTests
{
    private static readonly string Root = Path.GetDirectoryName(Bicep.Folder)!;

    [Fact]
    public void It_names_a_project_and_a_parameter_file_that_exist()
    {
        var values = Values();

        Assert.True(File.Exists(Path.Combine(Root, values["path"], $"{values["module"]}.bicepparam")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Root, values["project"]), "*.csproj"));
        Assert.Equal(("bicep", "function", "dotnet"), (values["provider"], values["host"], values["language"]));
        Assert.Equal(["host", "language", "module", "name", "path", "project", "provider"], values.Keys.Order(StringComparer.Ordinal));
        Assert.Matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", values["name"]);
    }

    [BicepFact]
    public async Task Its_service_is_found_by_the_tag_of_the_app()
    {
        var app = (await Deployment.Dev).One("Microsoft.Web/sites");

        Assert.Equal(Service(), app.GetProperty("tags").GetProperty("azd-service-name").GetString());
    }

    private static string[] Lines() => File.ReadAllLines(Path.Combine(Root, "azure.yaml"));

    private static Dictionary<string, string> Values() => Lines()
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(pair => pair is [_, { Length: > 0 }])
        .ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The only name below services.</summary>
    private static string Service() => Assert.Single(
        Lines().SkipWhile(line => line != "services:").Skip(1), line => line.EndsWith(':') && line.TrimStart().Length == line.Length - 2).Trim().TrimEnd(':');
}
