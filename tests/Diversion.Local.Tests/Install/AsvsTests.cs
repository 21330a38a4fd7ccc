using System.Text.RegularExpressions;

namespace Diversion.Local.Tests.Install;

/// <summary>What the pages about security promise can be looked up.</summary>
public sealed partial class AsvsTests
{
    [Fact]
    public void Each_test_that_the_table_names_exists()
    {
        var existing = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var named = Named().Matches(Text("docs/asvs.md")).Select(match => match.Groups["name"].Value).ToArray();

        Assert.True(named.Length > 50);
        Assert.Equal([], named.Where(name => !existing.Contains(name)));
    }

    [Theory]
    [InlineData("docs/asvs.md")]
    [InlineData("docs/install.md")]
    [InlineData("docs/dpia.md")]
    [InlineData("docs/threat-model.md")]
    [InlineData("SECURITY.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    public void Each_link_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        Assert.Equal([], Link().Matches(Text(page)).Select(match => match.Groups["to"].Value.Split('#')[0]).Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, to))));
    }

    [Fact]
    public void What_is_open_is_listed_at_the_end()
    {
        var lines = Text("docs/asvs.md").Split('\n');
        var last = lines.Last(line => line.StartsWith("Open in all:", StringComparison.Ordinal));

        Assert.All(
            lines.Where(line => line.StartsWith('|') && line.Contains("**open**", StringComparison.Ordinal)),
            line => Assert.True(Number().Matches(line).Any(number => last.Contains(number.Value, StringComparison.Ordinal)), line));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"`(?<name>[A-Z]\w+(Tests|Contract))`", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\d+\.\d+\.\d+", RegexOptions.None, 1_000)]
    private static partial Regex Number();
}
