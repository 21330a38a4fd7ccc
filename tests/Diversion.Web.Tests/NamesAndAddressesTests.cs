using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Tests;

/// <summary>A command's name stands in the catalogue alone, and a page's address in its own file and in Addresses.</summary>
public sealed class NamesAndAddressesTests
{
    [Fact]
    public void No_source_has_the_name_of_a_command_as_a_text()
    {
        var names = CommandCatalogue.All.Select(entry => entry.Name).Where(name => name.Contains('-', StringComparison.Ordinal)).ToArray();
        var stray = new Regex($"\"/?({string.Join('|', names)})[\"/]", RegexOptions.None, TimeSpan.FromSeconds(1));
        var lines = Lines("").Where(line => stray.IsMatch(line.Text)).ToArray();
        Assert.Contains(lines, IsCatalogue);
        Assert.DoesNotContain(lines, line => !IsCatalogue(line));
    }

    [Fact]
    public async Task No_source_but_Addresses_has_the_address_of_a_page()
    {
        await using var app = await TestApp.Begin();
        var first = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => ((RouteEndpoint)endpoint).RoutePattern.RawText!.Split('/')[0])
            .Where(segment => segment.Length > 0)
            .Distinct()
            .ToArray();
        Assert.Contains("agreements", first);

        // The paths of the API are its own.
        var lines = Lines("Diversion.Web").Where(line => !line.File.Contains("/Api/", StringComparison.Ordinal)).Concat(Lines("Diversion.Casework"));
        var stray = new Regex($"\"/({string.Join('|', first)})[\"/?]", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.Contains(lines, line => line.File.EndsWith("/Addresses.cs", StringComparison.Ordinal) && stray.IsMatch(line.Text));
        Assert.DoesNotContain(lines, line => !line.File.EndsWith("/Addresses.cs", StringComparison.Ordinal) && stray.IsMatch(line.Text));
    }

    /// <summary>An entry of a catalogue: the name's own place.</summary>
    private static bool IsCatalogue((string File, string Text) line) =>
        line.File.Contains("/Diversion.Domain/", StringComparison.Ordinal) && (line.Text.StartsWith("Entry<", StringComparison.Ordinal) || line.Text.Contains("CommandEntry.Of<", StringComparison.Ordinal));

    /// <summary>The lines of the product's code and pages that are not comments or the address of a page of its own.</summary>
    private static IReadOnlyList<(string File, string Text)> Lines(string project, [CallerFilePath] string here = "") =>
    [
        .. from file in Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src", project)), "*.cs*", SearchOption.AllDirectories)
           where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
           where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
           from line in File.ReadLines(file)
           where !line.StartsWith("@page", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
           select (file, line.Trim()),
    ];
}
