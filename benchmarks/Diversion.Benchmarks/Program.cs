using Diversion.Benchmarks.Figures;
using Diversion.Benchmarks.Measuring;

(string Name, Func<Settings, Task<Figure[]>> Take)[] all =
[
    ("decide", settings => Task.FromResult(new[] { Deciding.Measure(settings) })),
    ("durable", Durable.Many),
    ("alone", Durable.One),
    ("growth", Durable.Growth),
    ("azure", CommandsOnAzurite.Measure),
    ("wake", Waking.Measure),
    ("sweep", Sweeping.Measure),
    ("rebuild", Replaying.Measure),
    ("serve", Serving.Measure),
    ("ask", Asking.Measure),
    ("directory", _ => SearchingServices.Measure()),
    ("votes", Voting.Measure),
    ("browse", Browsing.Measure),
    ("simulate", Simulating.Measure),
    ("evaluate", Evaluating.Measure),
    ("trials", settings => Task.FromResult(new[] { Trialling.Measure(settings) })),
];

if (Settings.Read(args) is not { } settings || (settings.Only is { } named && all.All(figure => figure.Name != named)))
{
    Console.Error.WriteLine($"Usage: ./bench [--quick] [--agreements N] [NAME]   NAME is one of {string.Join(", ", all.Select(figure => figure.Name))}.");
    return 2;
}

var figures = new List<Figure>();
foreach (var (name, take) in all.Where(figure => settings.Only is null || figure.Name == settings.Only))
{
    Console.Error.WriteLine($"-- {name}");
    figures.AddRange(await take(settings));
}

FigureTable.Print(figures, Console.Out);
return 0;
