using System.Diagnostics;
using Diversion.Casework.Links;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The main pages as they are sent, by html-validate; <c>src/Diversion.Web/.htmlvalidate.json</c> says what it does not ask: style, and the button role that GOV.UK gives to a link.</summary>
public sealed class HtmlValidityTests : IDisposable
{
    private static readonly string Portal = Repository.PathOf("src", "Diversion.Web");

    private readonly string folder = Directory.CreateTempSubdirectory("diversion-html-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_main_pages_are_valid()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using (var worker = await app.Browse(Staff.Worker))
        {
            var parts = (string[])["", "/appointments", "/conditions", "/contact", "/timeline", "/whole", "/note", "/schedule-series/supervision"];
            await Save(worker, [.. parts.Select(part => $"/agreements/{id}{part}"), Addresses.Home, Addresses.Caseload, Addresses.Calendar, Addresses.Search, Addresses.Register, Addresses.Services]);
        }

        using (var lead = await app.Browse(Staff.Lead))
        {
            await Save(lead, [Addresses.Home, Addresses.Programme, Addresses.Analysis, Addresses.Trials, Addresses.Staff, Addresses.Messages, Addresses.OffenceCodes]);
        }

        using var person = new Browser(app);
        await Save(person, [Addresses.MyAgreement]);

        var (code, said) = await Validate();
        Assert.True(code == 0, said);
    }

    [Theory]
    [InlineData("<p>One</b></p>")]
    [InlineData("<input type='text' name='a'>")]
    [InlineData("<button>Go</button>")]
    public async Task A_fault_is_found(string body)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.html"), $"<!DOCTYPE html>\n<html lang=\"en\"><head><title>x</title></head><body>{body}</body></html>\n");

        Assert.Equal(1, (await Validate()).Code);
    }

    private async Task Save(Browser browser, IReadOnlyList<string> addresses)
    {
        foreach (var address in addresses)
        {
            var page = await browser.Get(address);
            Assert.Equal(200, page.Status);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{Directory.GetFiles(folder).Length:00}{address.Replace('/', '-')}.html"), page.Body);
        }
    }

    private async Task<(int Code, string Said)> Validate()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Portal, "obj/assets/packages/node_modules/html-validate/bin/html-validate.mjs"), "--config", Path.Combine(Portal, ".htmlvalidate.json"), "--formatter", "text", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
