namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>The templates compile, break no rule of <c>bicepconfig.json</c> and are laid out as the formatter does.</summary>
public sealed class TemplateTests
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.EnumerateFiles(Bicep.Folder, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".json", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Bicep.Folder, file)).Order()];

    /// <summary>The main template brings every module with it.</summary>
    [BicepTheory]
    [InlineData("main.bicep")]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    public async Task It_compiles_without_a_warning(string file)
    {
        var lint = await Bicep.Run("lint", Path.Combine(Bicep.Folder, file));

        Assert.DoesNotContain(": Warning ", lint.Diagnostics, StringComparison.Ordinal);
        Assert.DoesNotContain(": Error ", lint.Diagnostics, StringComparison.Ordinal);
        Assert.Equal(0, lint.ExitCode);
    }

    [BicepFact]
    public async Task Every_module_is_used()
    {
        var modules = Directory.GetFiles(Path.Combine(Bicep.Folder, "modules"));
        var sources = await Task.WhenAll(modules.Append(Path.Combine(Bicep.Folder, "main.bicep")).Select(file => File.ReadAllTextAsync(file)));

        Assert.NotEmpty(modules);
        Assert.All(modules, module => Assert.Contains(sources, source => source.Contains($"{Path.GetFileName(module)}'", StringComparison.Ordinal)));
    }

    [BicepTheory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_formatted(string file)
    {
        var path = Path.Combine(Bicep.Folder, file);

        var formatted = await Bicep.Run("format", path, "--stdout");

        Assert.Equal(await File.ReadAllTextAsync(path), formatted.Output);
    }

    [BicepFact]
    public async Task The_rules_are_errors()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.Copy(Path.Combine(Bicep.Folder, "bicepconfig.json"), Path.Combine(folder.FullName, "bicepconfig.json"));
            var file = Path.Combine(folder.FullName, "leak.bicep");
            await File.WriteAllTextAsync(file, "@secure()\nparam key string\noutput leaked string = key\n");

            var lint = await Bicep.Run("lint", file);

            Assert.Contains("Error outputs-should-not-contain-secrets", lint.Diagnostics, StringComparison.Ordinal);
            Assert.NotEqual(0, lint.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
