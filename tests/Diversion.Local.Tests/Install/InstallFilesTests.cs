using System.Diagnostics;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diversion.Local.Tests.Verbs;

namespace Diversion.Local.Tests.Install;

/// <summary>The files that a release is installed with fit the program.</summary>
[Collection(nameof(RunningProgram))]
public sealed partial class InstallFilesTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("eng/install/diversion.service", "serve")]
    [InlineData("eng/install/diversion-backup.service", "backup")]
    [InlineData("eng/install/install-service.ps1", "serve")]
    [InlineData("Containerfile", "serve")]
    [InlineData("Containerfile", "health")]
    public async Task They_call_a_verb_that_there_is_with_options_that_it_has(string file, string verb)
    {
        var lines = Text(file).Split('\n').Where(line => !line.StartsWith('#') && Regex.IsMatch(line, $@"\b{verb}\b.*--", RegexOptions.None, TimeSpan.FromSeconds(1))).ToArray();
        var options = lines.SelectMany(line => Option().Matches(line[line.IndexOf(verb, StringComparison.Ordinal)..]).Select(match => match.Value)).Distinct().ToArray();
        Assert.NotEmpty(options);

        var help = await RunningProgram.Run(home.Path, verb, "--help");

        Assert.Equal(ExitCodes.Ok, help.Code);
        Assert.All(options, option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("eng/install/diversion.service")]
    [InlineData("eng/install/diversion-backup.service")]
    public void A_unit_has_no_rights_and_one_folder(string unit)
    {
        var lines = Text(unit).Split('\n');
        Assert.All(
            ["User=diversion", "UMask=0077", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "RestrictSUIDSGID=yes"],
            line => Assert.Contains(line, lines));
        Assert.DoesNotContain(lines, line => line.StartsWith("Environment=", StringComparison.Ordinal));
    }

    [Fact]
    public void The_container_has_no_root_and_asks_the_program_how_it_is()
    {
        var steps = Text("Containerfile").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0 && line[0] is >= 'A' and <= 'Z').ToArray();

        Assert.Equal("USER 1654:1654", Assert.Single(steps, step => step.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.DoesNotContain(steps, step => step.StartsWith("RUN ", StringComparison.Ordinal) || step.StartsWith("ADD ", StringComparison.Ordinal));
        Assert.Contains(steps, step => step.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && step.Contains("\"health\"", StringComparison.Ordinal));
        Assert.Contains("VOLUME [\"/data\"]", steps);
        Assert.True(Array.FindIndex(steps, step => step.StartsWith("COPY --chown=root:root", StringComparison.Ordinal)) < Array.FindIndex(steps, step => step.StartsWith("USER ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Systemd_is_told_when_the_server_serves_and_when_it_stops()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = home.File("notify");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        var program = Path.Combine(AppContext.BaseDirectory, "diversion.dll");
        // The program asks whether its parent is called systemd, and by the name of the process, as the library does.
        File.Copy("/bin/sh", home.File("systemd"));
        var command = $"MANAGERPID=$$ dotnet {program} serve --data data --urls http://127.0.0.1:{RunningProgram.FreePort()} & echo $! > pid; wait $!";
        var start = new ProcessStartInfo(home.File("systemd"), ["-c", command])
        {
            UseShellExecute = false,
            WorkingDirectory = home.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NOTIFY_SOCKET"] = path },
        };
        using var server = Process.Start(start)!;
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();

        Assert.Contains("READY=1", await Told(socket), StringComparison.Ordinal);
        using var signal = Process.Start("kill", ["-TERM", File.ReadAllText(home.File("pid")).Trim()]);
        Assert.Contains("STOPPING=1", await Told(socket), StringComparison.Ordinal);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await server.WaitForExitAsync(patience.Token);
        Assert.Equal(ExitCodes.Ok, server.ExitCode);
    }

    [Fact]
    public async Task The_list_of_parts_has_each_part_with_its_licence_and_no_tool_of_the_build()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "diversion.deps.json"), home.File("diversion.deps.json"));
        await Node("parts.mjs", home.Path, Repository.Root, "1.2.3", "linux-x64");

        using var bom = JsonDocument.Parse(File.ReadAllText(home.File("bom.json")));
        var parts = bom.RootElement.GetProperty("components").EnumerateArray().ToDictionary(part => part.GetProperty("name").GetString()!);
        Assert.Equal(("CycloneDX", "1.6"), (bom.RootElement.GetProperty("bomFormat").GetString(), bom.RootElement.GetProperty("specVersion").GetString()));
        Assert.Equal("1.2.3", bom.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("version").GetString());
        Assert.Superset(new HashSet<string> { "MailKit", "Microsoft.Data.Sqlite.Core", "NodaTime", "SkiaSharp", "govuk-frontend" }, parts.Keys.ToHashSet());
        Assert.DoesNotContain("sass", parts.Keys);
        Assert.DoesNotContain("xunit", parts.Keys);
        Assert.Equal("pkg:nuget/MailKit@" + parts["MailKit"].GetProperty("version").GetString(), parts["MailKit"].GetProperty("purl").GetString());
        Assert.Equal("MIT", parts["MailKit"].GetProperty("licenses")[0].GetProperty("expression").GetString());
        Assert.All(parts.Values, part => Assert.NotEqual("not stated", part.GetProperty("licenses")[0].TryGetProperty("license", out var named) ? named.GetProperty("name").GetString() : ""));
        Assert.Contains("| MailKit |", File.ReadAllText(home.File("THIRD-PARTY.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_opens_with_everything_in_it()
    {
        Directory.CreateDirectory(home.File("release/schemes"));
        home.Write("release/a.txt", "ä");
        home.Write("release/schemes/large.json", new string('x', 300_000));
        await Node("zip.mjs", "release", "release.zip");

        using var zip = ZipFile.OpenRead(home.File("release.zip"));
        Assert.Equal(["release/a.txt", "release/schemes/large.json"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var text = new StreamReader(zip.GetEntry("release/a.txt")!.Open());
        Assert.Equal("ä", await text.ReadToEndAsync());
        using var large = new StreamReader(zip.GetEntry("release/schemes/large.json")!.Open());
        Assert.Equal(300_000, (await large.ReadToEndAsync()).Length);
    }

    private async Task Node(string script, params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "eng", script), .. arguments]) { UseShellExecute = false, WorkingDirectory = home.Path, RedirectStandardError = true })!;
        var error = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, error);
    }

    private static async Task<string> Told(Socket socket)
    {
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, patience.Token));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]+", RegexOptions.None, 1_000)]
    private static partial Regex Option();
}
