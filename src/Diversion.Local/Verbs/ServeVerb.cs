using System.CommandLine;
using Diversion.Casework.Schemes;
using Diversion.Local.Demo;
using Diversion.Local.Faults;
using Diversion.Local.Hosting;
using Diversion.Local.Programmes;
using Diversion.Simulation.Demo;
using Diversion.Web.Requests;
using Diversion.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary><c>serve</c>: the web app, the clock and the delivery on one data folder.</summary>
internal static class ServeVerb
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Data folder of a real programme; created empty if it does not exist. [default: the demo in data/demo]",
        HelpName = "DIR",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Address to serve at; separate several with semicolons.",
        HelpName = "URL",
        DefaultValueFactory = _ => ServeAddress.Default,
    };

    private static readonly Option<string?> Clock = new("--clock")
    {
        Description = "Demo only: move the demo's clock to this instant, such as 2026-12-01T09:00:00Z; everything due until then happens.",
        HelpName = "INSTANT",
    };

    public static Verb Make()
    {
        var command = new Command("serve", "Serve the pages and the API, process due times and deliver mail.")
        {
            Data, Urls, Clock, SharedOptions.Scanner, SharedOptions.Scheme, SharedOptions.Schemes,
        };
        command.SetAction(Run);
        return new Verb(
            command,
            ("diversion serve", $"The demo programme at {ServeAddress.Default}, created on first use."),
            ("diversion serve --data /srv/diversion --urls http://127.0.0.1:8080", "A real programme at another port."),
            ("diversion serve --clock 2027-01-15T09:00:00Z", "The demo on another day, with everything that happens until then."));
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var urls = ServeAddress.Read(parsed.GetValue(Urls)!);
        var moment = ReadClock(parsed.GetValue(Clock));
        var named = parsed.GetValue(Data);
        if (named is null)
        {
            ServeAddress.RequireLoopback(urls);
        }

        var schemes = ShippedSchemes.Load(parsed.GetValue(SharedOptions.Schemes));
        var path = named ?? DemoFolder.Default;
        if (named is null && DemoFolder.IsMissing(path))
        {
            await MakeDemo(path, schemes, parsed.GetValue(SharedOptions.Scheme), moment, urls[0], cancellation);
        }

        if (named is not null && moment is not null && !ProgrammeFolder.HasDatabase(path))
        {
            throw RealTimeOnly(path);
        }

        await using var folder = await ProgrammeFolder.Open(path, schemes, parsed.GetValue(SharedOptions.Scheme), cancellation: cancellation);
        RequireUse(folder, named, urls, moment);
        await using var app = Server.Build(folder, urls, SharedOptions.IsVerbose(parsed), SharedOptions.ReadScanner(parsed));
        if (moment is { } destination)
        {
            await Travel(app.Services.GetRequiredService<DemoClock>(), destination, cancellation);
        }

        await Server.Start(app, urls, cancellation);
        StartScreen.Show(Terminal.Out, folder, urls, app.Services.GetService<FirstLeadCode>());
        await app.WaitForShutdownAsync(cancellation);
        return ExitCodes.Ok;
    }

    private static Instant? ReadClock(string? text) => text is null
        ? null
        : DemoClockRequest.ReadInstant(text)
            ?? throw new CannotGoOnException(ExitCodes.WrongUsage, $"{text} is not an instant. Write it as 2026-12-01T09:00:00Z.");

    private static Task MakeDemo(
        string path, SchemeLoad.Loaded schemes, string? scheme, Instant? moment, Uri publicUrl, CancellationToken cancellation)
    {
        Terminal.Error.WriteLine($"Creating the demo programme in {path} ...");
        return DemoFolder.Make(path, schemes, scheme, moment ?? SystemClock.Instance.GetCurrentInstant(), publicUrl, cancellation);
    }

    private static void RequireUse(ProgrammeFolder folder, string? named, IReadOnlyList<Uri> urls, Instant? moment)
    {
        if (folder.Kind == DataKind.Demo)
        {
            ServeAddress.RequireLoopback(urls);
        }
        else if (named is null)
        {
            throw new CannotGoOnException(
                ExitCodes.WrongUsage, $"{folder.Path} contains a real programme, not the demo. Serve it with --data {folder.Path}, or move it to another place.");
        }
        else if (moment is not null)
        {
            throw RealTimeOnly(folder.Path);
        }
    }

    private static CannotGoOnException RealTimeOnly(string path) => new(
        ExitCodes.WrongUsage,
        $"--clock is for the demo. {path} is a real programme: its deadlines follow the real time, and steps that have fired cannot be undone.");

    private static async Task Travel(DemoClock clock, Instant destination, CancellationToken cancellation)
    {
        // A demo that was just created as of that instant has moved on a little.
        if (destination > clock.Now - Duration.FromMinutes(1) && destination <= clock.Now)
        {
            return;
        }

        if (clock.Refuse(destination) is { } refused)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, refused);
        }

        Terminal.Error.WriteLine($"Moving the demo's clock from {clock.Now} to {destination} ...");
        await clock.MoveTo(destination, cancellation);
    }
}
