namespace Diversion.Evaluation.Drawings;

/// <summary>Shades with hatching, dark for high values, so that a copy in black and white can be read.</summary>
internal sealed class MapFills
{
    public const int Most = 5;

    private static readonly (string Ground, string Lines)[] Shades =
    [
        ("#ffffff", ""),
        ("#ffffff", "<path d=\"M0 8L8 0\" stroke=\"#505a5f\" stroke-width=\"0.8\"/>"),
        ("#d9dadb", "<path d=\"M0 8L8 0M-2 2L2 -2M6 10L10 6\" stroke=\"#505a5f\" stroke-width=\"1.4\"/>"),
        ("#a3a7aa", "<path d=\"M0 8L8 0M0 0L8 8\" stroke=\"#383f43\" stroke-width=\"1\"/>"),
        ("#505a5f", ""),
    ];

    private readonly SvgText _svg;
    private readonly IReadOnlyList<MapBand> _bands;

    public MapFills(SvgText svg, IReadOnlyList<MapBand> bands)
    {
        if (bands.Count is 0 or > Most || bands.Zip(bands.Skip(1)).Any(pair => pair.First.From >= pair.Second.From))
        {
            throw new ArgumentException($"A map has one to {Most} bands, each from a higher value than the one before.", nameof(bands));
        }

        (_svg, _bands) = (svg, bands);
        svg.Add("<defs>");
        foreach (var (shade, index) in Shades.Select((shade, index) => (shade, index)))
        {
            Pattern($"band{index}", shade.Ground, shade.Lines);
        }

        Pattern("none", "#ffffff", "<path d=\"M2 2L6 6M6 2L2 6\" stroke=\"#b1b4b6\" stroke-width=\"1\"/>");
        svg.Add("</defs>");
    }

    /// <summary>The fill of a value; below the first band it is the first's.</summary>
    public string Of(double? value) => value is { } known ? Fill($"band{Shade(Math.Max(0, _bands.Count(band => band.From <= known) - 1))}") : Fill("none");

    public string BandOf(double? value) => value is { } known ? _bands[Math.Max(0, _bands.Count(band => band.From <= known) - 1)].Name : "not shown";

    public void Key(double x, double y)
    {
        foreach (var (band, index) in _bands.Select((band, index) => (band, index)))
        {
            _svg.Box(x, y + (index * 26), 34, 18, Fill($"band{Shade(index)}")).Text(x + 44, y + (index * 26) + 14, band.Name);
        }

        _svg.Box(x, y + (_bands.Count * 26), 34, 18, Fill("none")).Text(x + 44, y + (_bands.Count * 26) + 14, "Not shown: small or not known");
    }

    /// <summary>Few bands use shades that lie far apart.</summary>
    private int Shade(int band) => _bands.Count == 1 ? 2 : (int)Math.Round((double)band * (Most - 1) / (_bands.Count - 1));

    private string Fill(string name) => $"url(#{_svg.Inner(name)})";

    private void Pattern(string name, string ground, string lines) =>
        _svg.Add($"<pattern id=\"{_svg.Inner(name)}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"{ground}\"/>{lines}</pattern>");
}
