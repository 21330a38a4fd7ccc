using System.Text;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Tests.Drawings;

/// <summary>One picture of each kind, with invented numbers. PICTURES=FOLDER writes them there, to be looked at.</summary>
internal static class Pictures
{
    public static readonly ConsortFlow Flow = new(
        943,
        [new("not eligible: risk band not medium", 301), new("declined to take part in research", 82), new("offence excluded by the scheme (serious violence, sexual, hate crime)", 39)],
        [
            new("programme", "Checkpoint", 261, 228, [new("declined to sign", 24), new("lapsed after seven days", 9)], [new("died", 2), new("moved abroad", 3)], 256),
            new("control", "Usual processing", 260, 254, [new("diverted by mistake", 6)], [new("not yet known", 11)], 249),
        ]);

    public static readonly MapBand[] Bands = [new(0, "below 20%"), new(20, "20% to 30%"), new(30, "30% to 40%"), new(40, "40% or more")];

    public static Drawing Consort() => ConsortDrawing.Draw("flow", Flow);

    public static Drawing Survival()
    {
        var (one, two) = (new KaplanMeier(Times(0.5, 260, 1)), new KaplanMeier(Times(0.78, 255, 2)));
        return SurvivalDrawing.Draw("curves", [new("Checkpoint", one), new("Usual processing", two)], [0, 91, 183, 274, 365, 456, 548, 639, 730], days => $"{Math.Round(days / 30.4375):0}", "Months since allocation", LogRank.Of(Times(0.5, 260, 1), Times(0.78, 255, 2)));
    }

    public static Drawing Forest() => ForestDrawing.Draw(
        "forest",
        [
            new("Sex"), Row("Female", 12, 52, 20, 50), Row("Male", 78, 209, 99, 205),
            new("Offence group"), Row("Theft", 40, 110, 55, 104), Row("Assault without injury, and other violence", 30, 90, 38, 92), Row("Drugs", 3, 21, 9, 20), Row("Not known", 0, 4, 0, 3),
            new("All", "90/261 v 119/255", RelativeRisk.Katz(new(90, 261), new(119, 255)), 516, true),
        ],
        "Relative risk (95%)",
        "programme better",
        "control better");

    public static Drawing Map() => AreaMap.Draw("map", "Reoffending rate by ward", Boundaries.Read(Encoding.UTF8.GetBytes(GeoJson()), "WD24CD").Boundaries!, Areas(), Bands);

    public static Drawing Tiles() => TileMap.Draw("tiles", "Reoffending rate by ward", Areas(), Bands);

    public static Drawing Bars() => BarDrawing.Draw("bars", "Referrals accepted in time, by service", "Service", [new("Housing advice (Home and Hearth)", 0.82, "about 82%"), new("Recovery", null, "too few")], most: 1);

    public static Drawing Compared() => BarDrawing.Draw(
        "compared", "Days that half of the people waited at most", "Step", [new("Offer to signing", 6, "6") { Other = (9, "9") }, new("Breach proposed to decided", null, "fewer than 20 people") { Other = (3, "3") }], compared: ("This quarter", "The quarter before"));

    public static IEnumerable<(string Name, Drawing Drawing)> All() => [("consort", Consort()), ("survival", Survival()), ("forest", Forest()), ("map", Map()), ("tiles", Tiles()), ("bars", Bars()), ("compared", Compared())];

    public static MapArea[] Areas() =>
        [.. Enumerable.Range(0, 12).Select(i => new MapArea($"E{i}", new[] { "Arboretum", "Bestwood", "Bilborough", "Bulwell Forest", "Castle", "Clifton East", "Dales", "Hyson Green", "Lenton", "Mapperley", "Radford", "St Ann's" }[i], i == 5 ? null : 12 + (i * 3), i == 5 ? "suppressed" : $"{12 + (i * 3)}%"))];

    /// <summary>Twelve uneven areas near Nottingham, in a grid with wavy sides; one has a hole, one comes in two parts.</summary>
    public static string GeoJson()
    {
        var features = Enumerable.Range(0, 12).Select(i =>
        {
            var (column, row) = (i % 4, i / 4);
            var ring = $"[{Side(column, row, 1, 0)},{Side(column + 1, row, 0, 1)},{Side(column + 1, row + 1, -1, 0)},{Side(column, row + 1, 0, -1)},{Point(column, row)}]";
            var hole = i == 6 ? ",[[-1.13,52.95],[-1.12,52.95],[-1.12,52.955],[-1.13,52.955],[-1.13,52.95]]" : "";
            var geometry = i == 3 ? $"{{\"type\":\"MultiPolygon\",\"coordinates\":[[{ring}],[[[-0.98,52.9],[-0.95,52.9],[-0.95,52.91],[-0.98,52.9]]]]}}" : $"{{\"type\":\"Polygon\",\"coordinates\":[{ring}{hole}]}}";
            return $"{{\"type\":\"Feature\",\"properties\":{{\"WD24CD\":\"E{i}\"}},\"geometry\":{geometry}}}";
        });
        return $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', features)}]}}";

        static string Point(double x, double y) => FormattableString.Invariant($"[{-1.25 + (x * 0.06) + (0.012 * Math.Sin((y * 5) + x)):0.#####},{52.9 + (y * 0.03) + (0.006 * Math.Sin((x * 6) + y)):0.#####}]");

        static string Side(int x, int y, int dx, int dy) => string.Join(',', Enumerable.Range(0, 8).Select(step => Point(x + (dx * step / 8.0), y + (dy * step / 8.0))));
    }

    private static ForestRow Row(string name, int a, int n, int b, int m) => new(name, $"{a}/{n} v {b}/{m}", RelativeRisk.Katz(new(a, n), new(b, m)), n + m);

    private static Observation[] Times(double rate, int people, int seed)
    {
        var random = new MathNet.Numerics.Random.Xoshiro256StarStar(seed);
        return [.. Enumerable.Range(0, people).Select(i => -Math.Log(1 - random.NextDouble()) / rate * 730).Select((time, i) => time > (i % 20 == 0 ? 500 : 730) ? new Observation(i % 20 == 0 ? 500 : 730, false) : new Observation(Math.Max(1, Math.Floor(time)), true))];
    }
}
