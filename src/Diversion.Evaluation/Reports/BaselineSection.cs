using System.Globalization;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>Who they were at the start. There are no p-values: after a random allocation every difference is chance.</summary>
internal static class BaselineSection
{
    /// <summary>More bars than a page can hold; wards are many.</summary>
    private const int MostDrawn = 24;

    public static ReportSection Of(AnalysisFacts facts) =>
        new("baseline", "Who took part", "Were the two arms alike at the start?", [.. facts.HasTrial ? Trial(facts) : Programme(facts)]);

    private static IEnumerable<ReportPart> Trial(AnalysisFacts facts)
    {
        yield return new ReportPart.Paragraph("Chance decided who got the programme, so differences between the arms at the start are chance too. A test of them would answer no question (CONSORT 2025), and there is none here.");
        var table = BaselineRow.Table(facts.InTrial, facts.Settings.Arms, AnalysisFacts.Kinds);
        foreach (var kind in AnalysisFacts.Kinds)
        {
            yield return Drawn(
                facts, kind, table.Where(row => row.Kind == kind).Select(row => (row.Group, row.Programme, row.OfProgramme, ((int, int)?)(row.Control, row.OfControl))),
                (facts.Settings.ProgrammeName, facts.Settings.ControlName));
        }
    }

    private static IEnumerable<ReportPart> Programme(AnalysisFacts facts)
    {
        var signed = facts.OutsideTrial;
        if (signed.Length == 0)
        {
            yield return new ReportPart.None("Nobody has signed an agreement yet.");
            yield break;
        }

        foreach (var kind in AnalysisFacts.Kinds)
        {
            yield return Drawn(facts, kind, signed.CountBy(person => person.Groups.Of(kind) ?? "", StringComparer.Ordinal)
                .OrderBy(group => group.Key.Length == 0).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key.Length == 0 ? null : group.Key, group.Value, signed.Length, ((int, int)?)null)));
        }
    }

    /// <param name="groups">Code, people and of how many; in a trial those of the other arm, too.</param>
    private static ReportPart Drawn(AnalysisFacts facts, GroupKind kind, IEnumerable<(string? Group, int People, int Of, (int People, int Of)? Other)> groups, (string, string)? arms = null)
    {
        Bar[] bars =
        [
            .. groups.Select(group => new Bar(facts.Name(kind, group.Group), Part(group.People, group.Of), Share(group.People, group.Of))
            {
                Other = group.Other is { } other ? (Part(other.People, other.Of), Share(other.People, other.Of)) : null,
            }),
        ];
        var (id, name) = ($"baseline-{kind.ToString().ToLowerInvariant()}", AnalysisFacts.Name(kind));
        var drawing = BarDrawing.Draw(id, name, "Group", bars, most: 1, arms);
        return bars.Length > MostDrawn ? new ReportPart.Table(id, name, drawing.Table) : new ReportPart.Picture(id, name, drawing);
    }

    private static double Part(int people, int of) => of == 0 ? 0 : people / (double)of;

    private static string Share(int people, int of) =>
        of == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{people:N0} ({100.0 * people / of:0.0}%)");
}
