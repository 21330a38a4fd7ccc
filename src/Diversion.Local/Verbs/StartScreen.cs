using Diversion.Domain.Time;
using Diversion.Local.Hosting;
using Diversion.Local.Programmes;
using Diversion.Simulation.Demo;
using Diversion.Web.SignIn;
using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>What a person sees once the server is ready.</summary>
internal static class StartScreen
{
    /// <param name="firstLead">Null when people sign in without a provider.</param>
    public static void Show(IAnsiConsole console, ProgrammeFolder folder, IReadOnlyList<Uri> urls, FirstLeadCode? firstLead)
    {
        var demo = folder.Kind == DataKind.Demo;
        var programme = folder.Rulebook.Programme;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        Row(grid, "Address", string.Join("  ", urls.Select(url => url.OriginalString)));
        Row(grid, "Data", demo ? $"{folder.Path} (demo: all people are fictitious)" : folder.Path);
        Row(grid, "Programme", $"{programme.Name}, scheme {programme.Scheme}");
        Row(grid, "Clock", $"{folder.Clock.GetCurrentInstant().InZone(WorkingCalendar.Zone):ddd d MMM uuuu HH:mm}, Europe/London{(demo ? "; it can be moved" : "")}");
        var lead = demo ? $"--name \"{DemoStaff.FirstLead.Name}\" --id {DemoStaff.FirstLead.Id}" : "--name \"Your Name\"";
        Row(grid, "Token", $"./run token --role programme-lead {lead} --data {folder.Path}");
        if (demo)
        {
            Row(grid, "Time machine", $"curl -H 'content-type: application/json' -d '{{\"by\":\"P1D\"}}' {urls[0].OriginalString}/demo/clock");
        }

        if (firstLead is { IsNeeded: true })
        {
            Row(grid, "First lead", $"{firstLead.Printed} (open the address, sign in, and type this code once)");
        }

        Row(grid, "Stop", "Ctrl-C");
        console.Write(new Panel(grid).Header(" Diversion is ready ").Border(BoxBorder.Rounded));
        if (!folder.ListsCount)
        {
            console.MarkupLine("[yellow]The people in programme.json were edited after the staff directory began with them. The directory does not follow the file: a programme lead changes it on the page Staff, or under /api/v1/staff.[/]");
        }

        if (!demo && urls.Any(url => url.Scheme == "http" && !ServeAddress.IsLoopback(url)))
        {
            console.MarkupLine("[yellow]This address can be reached from other machines without encryption: anybody on the network can read tokens and records. Put a TLS proxy in front.[/]");
        }
    }

    private static void Row(Grid grid, string name, string value) => grid.AddRow(new Markup($"[bold]{name}[/]"), new Text(value));
}
