namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>The templates compile, break no rule of <c>bicepconfig.json</c> and have the layout of the formatter.</summary>
public sealed class TemplateTests
{
    /// <summary>The main template includes every module.</summary>
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

    [Fact]
    public async Task Every_module_is_used()
    {
        var modules = Directory.GetFiles(Path.Combine(Bicep.Folder, "modules"));
        var sources = await Task.WhenAll(modules.Append(Path.Combine(Bicep.Folder, "main.bicep")).Select(file => File.ReadAllTextAsync(file)));

        Assert.NotEmpty(modules);
        Assert.All(modules, module => Assert.Contains(sources, source => source.Contains($"{Path.GetFileName(module)}'", StringComparison.Ordinal)));
    }

    [BicepFact]
    public async Task They_are_formatted()
    {
        using var copy = new TemplateCopy();

        var format = await Bicep.Run("format", "--pattern", $"{copy.Folder}/**/*.bicep*");

        Assert.Equal(0, format.ExitCode);
        Assert.All(copy.Files("*.bicep"), file => Assert.Equal(File.ReadAllText(Path.Combine(Bicep.Folder, file)), File.ReadAllText(Path.Combine(copy.Folder, file))));
    }

    [BicepFact]
    public async Task The_rules_are_errors()
    {
        using var copy = new TemplateCopy();
        var file = Path.Combine(copy.Folder, "leak.bicep");
        await File.WriteAllTextAsync(file, "@secure()\nparam key string\noutput leaked string = key\n");

        var lint = await Bicep.Run("lint", file);

        Assert.Contains("Error outputs-should-not-contain-secrets", lint.Diagnostics, StringComparison.Ordinal);
        Assert.NotEqual(0, lint.ExitCode);
    }
}
