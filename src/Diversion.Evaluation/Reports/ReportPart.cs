using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Reports;

/// <summary>One part of a report, in the order in which it is read. Whoever shows it adds nothing and computes nothing.</summary>
public abstract record ReportPart
{
    private ReportPart()
    {
    }

    /// <summary>The answer in plain words.</summary>
    public sealed record Answer(string Text) : ReportPart;

    public sealed record Paragraph(string Text) : ReportPart;

    /// <summary>What has to be said beside a result, so that nobody takes it for more than it is.</summary>
    public sealed record Caution(string Text) : ReportPart;

    /// <summary>It cannot be said yet, and from when it can. Never shown like a none.</summary>
    public sealed record NotYet(string Text) : ReportPart;

    /// <summary>There was nothing: a true none.</summary>
    public sealed record None(string Text) : ReportPart;

    public sealed record Heading(string Text) : ReportPart;

    /// <param name="Name">As it is called here; the figure's own name may be shorter.</param>
    public sealed record Number(string Name, Figure Figure) : ReportPart;

    /// <summary>Several figures of one definition, a line each.</summary>
    /// <param name="Id">Letters, digits and hyphens; one in the document.</param>
    /// <param name="First">Heading of the first column.</param>
    public sealed record Numbers(string Id, string Caption, string First, ImmutableArray<Figure> Figures) : ReportPart
    {
        /// <summary>Bars with their intervals; null when there is nothing to compare: one figure, or several units.</summary>
        public Drawing? Drawing => Figures.Select(figure => figure.Unit).Distinct().ToArray() is [(FigureUnit.Share or FigureUnit.Number) and var unit] && Figures.Count(figure => figure.Estimate is not null) > 1
            ? BarDrawing.Draw(
                $"{Id}-bars", Caption, First,
                [.. Figures.Select(figure => new Bar(figure.Name, figure.Estimate?.Value, FigureWords.WithInterval(figure)) { Between = figure.Estimate?.Interval })],
                unit == FigureUnit.Share ? 1 : null)
            : null;
    }

    public sealed record Table(string Id, string Caption, DrawingTable Content) : ReportPart
    {
        /// <summary>The same with a bar for each row over it, which may say less than the table.</summary>
        /// <param name="compared">What the dark and the white bars are; null when there is one bar of each thing.</param>
        public Picture Drawn(IReadOnlyList<Bar> bars, double? most = null, (string Dark, string White)? compared = null) =>
            new(Id, Caption, BarDrawing.Draw(Id, Caption, Content.Columns[0], bars, most, compared) with { Table = Content });
    }

    /// <param name="Id">Of its table.</param>
    public sealed record Picture(string Id, string Caption, Drawing Drawing) : ReportPart;
}
